// What is an event and what is not, and how its type narrows.
import type {
  ProspectJobChange,
  ProspectJobStartAnniversary,
  ProspectsEventIdentifier,
} from '@agentsource/types';
import { describe, expect, expectTypeOf, test } from 'vitest';
import {
  isEvent,
  isEventNamed,
  type KnownEventName,
  parse,
  type WebhookEvent,
  WebhookParseError,
} from '../src/index.ts';
import { event } from './support.ts';

test('an event is returned as it came, fields unknown today included', () => {
  const sent = { ...event, data: { anything: [1, { deep: null }] }, added_tomorrow: true };
  expect(parse(JSON.stringify(sent))).toEqual(sent);
  expect(parse(Buffer.from(JSON.stringify(sent)))).toEqual(sent);
});

test.each(['business_new_funding_round', 'a name of tomorrow', ''])(
  'the unknown name %j parses',
  (event_name) => {
    expect(parse(JSON.stringify({ ...event, event_name, entity_type: 'business' })).event_name).toBe(
      event_name,
    );
  },
);

describe('isEvent', () => {
  const parsed = parse(JSON.stringify(event));

  test('narrows to the names asked for, and to the data that the document has for them', () => {
    expect(isEvent(parsed, 'prospect_changed_company')).toBe(false);
    expect(isEvent(parsed)).toBe(false);
    expect(isEvent(parsed, 'prospect_job_start_anniversary', 'prospect_changed_role')).toBe(true);
    if (isEvent(parsed, 'prospect_changed_role', 'prospect_job_start_anniversary')) {
      expectTypeOf(parsed.event_name).toEqualTypeOf<
        'prospect_changed_role' | 'prospect_job_start_anniversary'
      >();
      expectTypeOf(parsed.data).toEqualTypeOf<ProspectJobChange | ProspectJobStartAnniversary>();
      if (parsed.event_name === 'prospect_job_start_anniversary') {
        expectTypeOf(parsed.data.years_at_company).toEqualTypeOf<number | undefined>();
      }
    } else {
      expectTypeOf(parsed).toEqualTypeOf<WebhookEvent>();
    }
  });

  test('knows the names of the document, and no other', () => {
    expectTypeOf<KnownEventName>().toEqualTypeOf<ProspectsEventIdentifier>();
    // @ts-expect-error misspelt
    expect(isEvent(parsed, 'prospect_changed_rol')).toBe(false);
    // @ts-expect-error one of them is no event of the document
    expect(isEvent(parsed, 'prospect_changed_role', 'funding_round')).toBe(true);
  });
});

test('isEventNamed takes any name, and types the data of those that the document has', () => {
  const parsed = parse(JSON.stringify({ ...event, event_name: 'funding_round' }));
  expect(isEventNamed(parsed, 'new_office')).toBe(false);
  expect(isEventNamed(parsed, 'new_office', 'funding_round')).toBe(true);
  if (isEventNamed(parsed, 'funding_round')) {
    expectTypeOf(parsed.event_name).toEqualTypeOf<'funding_round'>();
    expectTypeOf(parsed.data).toEqualTypeOf<Record<string, unknown>>();
  }
  if (isEventNamed(parsed, 'prospect_changed_role')) {
    expectTypeOf(parsed.data).toEqualTypeOf<ProspectJobChange>();
  }
  const name: string = 'funding_round';
  expect(isEventNamed(parsed, name)).toBe(true);
});

test('an event whose data lacks fields, or has others, is still one', () => {
  for (const data of [{}, { years_at_company: 'three', added_tomorrow: 1 }]) {
    const parsed = parse(JSON.stringify({ ...event, event_name: 'prospect_job_start_anniversary', data }));
    expect(isEvent(parsed, 'prospect_job_start_anniversary')).toBe(true);
    expect(parsed.data).toEqual(data);
  }
});

test('what is not documented cannot be used unchecked', () => {
  const parsed = parse(JSON.stringify(event));
  // @ts-expect-error the entity is a business or a prospect
  expect(parsed.entity_type === 'person').toBe(false);
  // @ts-expect-error what data holds is not documented for any event
  const title: string | undefined = parsed.data.title;
  expect(title).toBeUndefined();
  if (isEvent(parsed, 'prospect_changed_role')) {
    // @ts-expect-error nor this field for this one
    expect(parsed.data.title).toBeUndefined();
  }
});

describe('a WebhookParseError', () => {
  test.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['cut-off JSON', JSON.stringify(event).slice(0, -1)],
    ['an array', '[]'],
    ['null', 'null'],
    ['a number', '1'],
    ['bytes that are not UTF-8', Buffer.from(JSON.stringify({ ...event, entity_id: 'é' }), 'latin1')],
    ['UTF-16', Buffer.from(JSON.stringify(event), 'utf16le')],
  ])('for %s', (_, body) => {
    expect(() => parse(body)).toThrow(WebhookParseError);
    expect(() => parse(body)).toThrow(expect.objectContaining({ field: undefined }));
  });

  test.each(Object.keys(event))('names %s when it is missing, null or of another type', (field) => {
    for (const value of [undefined, null, 1, true, []]) {
      const body = JSON.stringify({ ...event, [field]: value });
      expect(() => parse(body)).toThrow(expect.objectContaining({ name: 'WebhookParseError', field }));
    }
  });

  test.each([
    ['event_id', ''],
    ['entity_type', 'person'],
    ['data', 'text'],
  ])('names %s when it is %j', (field, value) => {
    expect(() => parse(JSON.stringify({ ...event, [field]: value }))).toThrow(
      expect.objectContaining({ field }),
    );
  });

  test('does not repeat the body, which may hold personal data', () => {
    expect(() => parse('"jane.doe@example.com')).toThrow(/^The body is not JSON in UTF-8$/);
  });

  test('is not what a parsed body gives: that is a mistake of the caller', () => {
    expect(() => parse(event as unknown as string)).toThrow(TypeError);
  });
});

test('a body cannot reach prototypes', () => {
  const parsed = parse(`{"__proto__":{"polluted":true},${JSON.stringify(event).slice(1)}`);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  expect((parsed as unknown as { polluted?: boolean }).polluted).toBeUndefined();
});

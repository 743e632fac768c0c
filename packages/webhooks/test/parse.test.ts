// What is an event and what is not, and how its type narrows.
import { describe, expect, expectTypeOf, test } from 'vitest';
import { isEvent, parse, type WebhookEvent, WebhookParseError } from '../src/index.ts';
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

test('isEvent narrows to the names asked for', () => {
  const parsed = parse(JSON.stringify(event));
  expect(isEvent(parsed, 'prospect_changed_company')).toBe(false);
  expect(isEvent(parsed)).toBe(false);
  expect(isEvent(parsed, 'a name of tomorrow', 'prospect_changed_role')).toBe(true);
  if (isEvent(parsed, 'prospect_changed_role', 'prospect_changed_company')) {
    expectTypeOf(parsed.event_name).toEqualTypeOf<'prospect_changed_role' | 'prospect_changed_company'>();
  } else {
    expectTypeOf(parsed).toEqualTypeOf<WebhookEvent>();
  }
});

test('what is not documented cannot be used unchecked', () => {
  const parsed = parse(JSON.stringify(event));
  // @ts-expect-error the entity is a business or a prospect
  expect(parsed.entity_type === 'person').toBe(false);
  // @ts-expect-error what data holds is not documented
  const title: string | undefined = parsed.data.title;
  expect(title).toBeUndefined();
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

// What an editor shows and offers to somebody who writes a call, asked of TypeScript's language service.
import { join } from 'node:path';
import { openInEditor } from '@agentsource/tooling/editor';
import { describe, expect, test } from 'vitest';

const editor = openInEditor(
  join(import.meta.dirname, '..', '..', 'reports', 'editor.ts'),
  `import { createClient, unwrap } from '@agentsource/client';
import { isProspectsEventIdentifier, prospectsEventIdentifierValues } from '@agentsource/client/enums';
import { addProspectsEnrollments, getProspectsEnrollments, getWebhook } from '@agentsource/client/operations';

const client = createClient();
const { data, error } = await client.POST('/v1/prospects/events/enrollments', {
  body: {
    enrollment_key: 'tech_executives_monitor',
    event_types: ['prospect_changed_role'],
    prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
  },
});
if (error) error.details;
else data.enrollment_id;
const answer = await addProspectsEnrollments(client, { body: { enrollment_key: 'abcd', event_types: [''] } });
answer.response_context;
await getWebhook(client, { path: { partner_id: 'acme' }, });
const { enrollments } = await unwrap(client.GET('/v1/prospects/events/enrollments'));
await unwrap(client.POST('/v1/prospects/events', { body: { entity_type: 'prospect' } }));
client.DELETE('');
`,
);

const THREE_EVENTS = ['prospect_changed_company', 'prospect_changed_role', 'prospect_job_start_anniversary'];

describe('hovering', () => {
  test('a field says what may be in it', () => {
    expect(editor.hover("|enrollment_key: 'tech").documentation).toBe('At least 4 characters.');
    expect(editor.hover("|prospect_ids: ['20ae").documentation).toBe(
      '1 to 20 items; each 40 characters of a-f and 0-9.',
    );
    const { signature, documentation } = editor.hover("|event_types: ['prospect_changed_role']");
    expect(documentation).toBe('At least 1 item.');
    for (const event of THREE_EVENTS) expect(signature).toContain(`"${event}"`);
  });

  test('a field with a default says it', () => {
    expect(editor.hover("|entity_type: 'prospect'").tags).toEqual(['@default "prospect"']);
    expect(editor.hover("|partner_id: 'acme'").tags).toEqual(['@example "acme"']);
  });

  test('a call is a few lines of named types', () => {
    const { signature } = editor.hover('client.|POST');
    expect(signature.split('\n').length).toBeLessThan(6);
    expect(signature).toContain('init: CallInit<AddProspectsEnrollmentsOperation, "json">');
  });

  test('an operation says what it does, what its fields mean, what it throws, and how it is called', () => {
    const { signature, documentation, tags } = editor.hover('await |addProspectsEnrollments(');
    expect(signature).toContain(
      'options: AddProspectsEnrollmentsOptions): Promise<AddProspectsEnrollmentsResponse>',
    );
    expect(signature.length).toBeLessThan(250);
    expect(documentation).toContain('Add enrollments for prospects');
    expect(documentation).toContain('- `body.enrollment_key`: At least 4 characters.');
    expect(tags).toContain('@throws {AuthenticationError} 401: The API key is missing or not recognised.');
    expect(tags.join('\n')).toContain('await addProspectsEnrollments(client, {');
  });

  test('data and what unwrap gives are named', () => {
    expect(editor.hover('const { |data').signature).toContain('ProspectsEnrollmentsAddResponse');
    expect(editor.hover('const { |enrollments }').signature).toBe('const enrollments: ProspectsEnrollment[]');
    expect(editor.hover('|answer.response').signature).toBe('const answer: ProspectsEnrollmentsAddResponse');
  });

  test('values and guards of an enum say whose they are', () => {
    expect(editor.hover('{ |isProspectsEventIdentifier').documentation).toContain(
      '`ProspectsEventIdentifier`',
    );
    expect(editor.hover(', |prospectsEventIdentifierValues').signature).toContain('"prospect_changed_role"');
  });
});

describe('completing', () => {
  test('an error without unwrap offers the fields of every body, each with what it means', () => {
    const offered = editor.completions('error.|details');
    expect(offered).toEqual(
      expect.arrayContaining(['details', 'correlation_id', 'detail', 'message', 'retry_after']),
    );
    expect(editor.completion('error.|details', 'details')).toBe('What went wrong, for a person.');
    expect(editor.completion('error.|details', 'retry_after')).toContain('Seconds to wait');
  });

  test('a path is offered where it has the method', () => {
    expect(editor.completions("client.DELETE('|')")).toEqual([
      '/v1/prospects/events/enrollments',
      '/v1/webhooks/{partner_id}',
    ]);
  });

  test('a body offers its fields, and an enum its values', () => {
    expect(editor.completions("body: { |enrollment_key: 'abcd'")).toEqual(
      expect.arrayContaining(['prospect_ids', 'request_context']),
    );
    expect([...editor.completions("event_types: ['|']")].sort()).toEqual(THREE_EVENTS);
  });

  test('an operation offers its parameters and the options of a call', () => {
    expect(editor.completions("{ path: { partner_id: 'acme' }, |}")).toEqual(
      expect.arrayContaining(['signal', 'timeout', 'deadline', 'retry', 'headers']),
    );
    expect(editor.completions('answer.|response_context')).toEqual(
      expect.arrayContaining(['enrollment_id', 'enrollment_key', 'response_context']),
    );
  });
});

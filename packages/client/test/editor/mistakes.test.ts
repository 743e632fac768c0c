// The likeliest mistakes, as both compilers tell them: the first line is short, and names the mistake.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILERS, compile } from '@agentsource/tooling/compile';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const directory = join(import.meta.dirname, '..', '..', 'reports', 'mistakes');
const LONGEST = 300;

const PREAMBLE = `import { createClient, unwrap } from '@agentsource/client';
import { addProspectsEnrollments, getWebhook } from '@agentsource/client/operations';
const client = createClient();
const path = '/v1/prospects/events/enrollments';
const enrollment_key = 'tech_executives_monitor';
const event_types = ['prospect_changed_role' as const];
const prospect_ids = ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'];
const body = { enrollment_key, event_types, prospect_ids };
export const used = [unwrap, addProspectsEnrollments, getWebhook, path, body];
`;

interface Mistake {
  what: string;
  /** One statement that does not compile. */
  code: string;
  /** What the first line says. */
  says: RegExp;
}

const MISTAKES: Mistake[] = [
  {
    what: 'a wrong path',
    code: "await client.POST('/v1/prospects/events/enrolments', { body });",
    says: /"\/v1\/prospects\/events\/enrolments"' is not assignable .*"\/v1\/prospects\/events\/enrollments"/,
  },
  {
    what: 'a method that the path does not have',
    code: "await client.PATCH('/v1/webhooks', { body });",
    says: /"\/v1\/webhooks"' is not assignable .*'"\/v1\/webhooks has no PATCH"'/,
  },
  {
    what: 'a method that no path has',
    code: 'await client.PUT(path, { body });',
    says: /"\/v1\/prospects\/events\/enrollments"' is not assignable .*'"\/v1\/prospects\/events\/enrollments has no PUT"'/,
  },
  {
    what: 'a wrong path, and nothing else yet',
    code: "await client.POST('/v1/nowhere');",
    says: /"\/v1\/nowhere"' is not assignable .*"\/v1\/prospects\/events\/enrollments"/,
  },
  {
    what: 'a wrong path by a method that no path has',
    code: "await client.PUT('/v1/nowhere', { body });",
    says: /"\/v1\/nowhere"' is not assignable .*'"no path has PUT"'/,
  },
  {
    what: 'a wrong path, through request()',
    code: "await client.request('get', '/v1/nowhere');",
    says: /"\/v1\/nowhere"' is not assignable .*"\/v1\/webhooks\/\{partner_id\}"/,
  },
  {
    what: 'no enum value',
    code: "await client.POST(path, { body: { ...body, event_types: ['prospect_retired'] } });",
    says: /"prospect_retired"' is not assignable .*"prospect_changed_role"/,
  },
  {
    what: 'no enum value, of a function',
    code: "await addProspectsEnrollments(client, { body: { ...body, event_types: ['prospect_retired'] } });",
    says: /"prospect_retired"' is not assignable .*"prospect_changed_role"/,
  },
  {
    what: 'a missing field',
    code: 'await client.POST(path, { body: { enrollment_key, event_types } });',
    says: /Property 'prospect_ids' is missing in type .* required in type 'ProspectsEnrollmentsAddRequest'/,
  },
  {
    what: 'a missing field, of a function',
    code: 'await addProspectsEnrollments(client, { body: { enrollment_key, event_types } });',
    says: /Property 'prospect_ids' is missing in type .* required in type 'ProspectsEnrollmentsAddRequest'/,
  },
  {
    what: 'a typo in a field',
    code: "await client.POST(path, { body: { ...body, enrolment_key: 'x' } });",
    says: /'enrolment_key' does not exist .* Did you mean to write 'enrollment_key'\?/,
  },
  {
    what: 'a typo in a field, of a function',
    code: "await addProspectsEnrollments(client, { body: { ...body, enrolment_key: 'x' } });",
    says: /'enrolment_key' does not exist .* Did you mean to write 'enrollment_key'\?/,
  },
  {
    what: 'ids as a string',
    code: "await client.POST(path, { body: { ...body, prospect_ids: '20ae6cbf564ee683e66685e429844a5ff8ffc30f' } });",
    says: /'string' is not assignable to type 'string\[\]'/,
  },
  {
    what: 'a forgotten await',
    code: 'const { data } = client.POST(path, { body });',
    says: /'data' does not exist on type 'Promise</,
  },
  {
    what: 'a forgotten await before unwrap',
    code: 'unwrap(client.POST(path, { body })).enrollment_id;',
    says: /'enrollment_id' does not exist on type 'Promise<ProspectsEnrollmentsAddResponse>'/,
  },
  {
    what: 'a forgotten await before a function',
    code: 'addProspectsEnrollments(client, { body }).enrollment_id;',
    says: /'enrollment_id' does not exist on type 'Promise<ProspectsEnrollmentsAddResponse>'/,
  },
  {
    what: 'data before the error is checked',
    code: 'const { data } = await client.POST(path, { body }); data.enrollment_id;',
    says: /'data' is possibly 'undefined'/,
  },
  {
    what: 'no option of a call',
    code: 'await client.POST(path, { body, timeOut: 5 });',
    says: /'timeOut' does not exist .* Did you mean to write 'timeout'\?/,
  },
  {
    what: 'no option of a client',
    code: "createClient({ apikey: 'x' });",
    says: /'apikey' does not exist in type 'ClientOptions'\. Did you mean to write 'apiKey'\?/,
  },
  {
    what: 'no option of a function',
    code: 'await addProspectsEnrollments(client, { body, timeOut: 5 });',
    says: /'timeOut' does not exist in type 'AddProspectsEnrollmentsOptions'\. Did you mean to write 'timeout'\?/,
  },
  {
    what: "ttl_days, which the vendor's page sends",
    code: 'await client.POST(path, { body: { ...body, ttl_days: 30 } });',
    says: /'ttl_days' does not exist in type 'ProspectsEnrollmentsAddRequest'/,
  },
  { what: 'a missing body', code: 'await client.POST(path);', says: /Expected 2 arguments, but got 1/ },
  {
    what: 'missing path parameters',
    code: "await client.GET('/v1/webhooks/{partner_id}');",
    says: /Expected 2 arguments, but got 1/,
  },
  {
    what: 'a path parameter of another name',
    code: "await getWebhook(client, { path: { partnerId: 'acme' } });",
    says: /'partnerId' does not exist .* Did you mean to write 'partner_id'\?/,
  },
  {
    what: 'one argument too many',
    code: 'await client.POST(path, { body }, 5);',
    says: /Expected 2 arguments, but got 3/,
  },
];

const fileOf = (index: number) => join(directory, `mistake-${index}.ts`);

beforeAll(() => {
  mkdirSync(directory, { recursive: true });
  for (const [index, { code }] of MISTAKES.entries()) {
    // In a block of its own, so that names don't clash with the preamble's.
    writeFileSync(fileOf(index), `${PREAMBLE}export async function mistake() {\n  ${code}\n}\n`);
  }
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

describe.each([...COMPILERS])('TypeScript %s', (_, tsc) => {
  let lines: string[];
  beforeAll(async () => {
    const config = {
      compilerOptions: {
        noEmit: true,
        strict: true,
        skipLibCheck: true,
        module: 'nodenext',
        target: 'es2023',
        types: [],
      },
    };
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(config));
    lines = (await compile(['-p', '.'], directory, tsc)).split('\n');
  });

  test.each(MISTAKES.map((mistake, index) => ({ ...mistake, index })))('$what', ({ index, says }) => {
    // Only the first line of each error begins with a place.
    const errors = lines.filter((line) => line.startsWith(`mistake-${index}.ts(`));
    expect(errors).toHaveLength(1);
    const [, message = ''] = errors[0]?.split(/\(\d+,\d+\): error TS\d+: /) ?? [];
    expect(message).toMatch(says);
    expect(message).not.toMatch(/overload|\bnever\b/i);
    expect(message.length).toBeLessThan(LONGEST);
  });
});

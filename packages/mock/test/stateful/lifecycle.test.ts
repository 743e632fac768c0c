// What all calls of the stateful mock have in common: answers that satisfy the document, and what it refuses to start with.
import { readFileSync } from 'node:fs';
import { createSchemaValidator } from '@agentsource/openapi/schema-validator';
import { expect, test } from 'vitest';
import { startMock } from '../../src/index.ts';
import { call, document, ENROLLMENTS, enrollment, FIXTURE, type Reply, start } from '../support.ts';
import { api } from './support.ts';

test('every answer satisfies its schema', async () => {
  const validator = createSchemaValidator(JSON.parse(readFileSync(FIXTURE, 'utf8')));
  const { url } = await start({ stateful: true });
  const { add, update, end, register, webhook, unregister, check } = api(url);
  const replies: [string, Reply][] = [
    [`${ENROLLMENTS} post`, await add()],
    [`${ENROLLMENTS} get`, await call(url + ENROLLMENTS)],
    [`${ENROLLMENTS} patch`, await update({ ...enrollment, enrollment_id: 'en_00000001' })],
    [`${ENROLLMENTS} patch`, await update({ ...enrollment, enrollment_id: 'none' })],
    [`${ENROLLMENTS} delete`, await end('en_00000001')],
    [`${ENROLLMENTS} delete`, await end('none')],
    ['/v1/webhooks post', await register('acme', 'http://127.0.0.1:1/')],
    ['/v1/webhooks/{partner_id} get', await webhook('acme')],
    ['/v1/webhooks/{partner_id} get', await webhook('none')],
    ['/v1/webhooks/check_connectivity post', await check({ partner_id: 'acme' })],
    ['/v1/webhooks/{partner_id} delete', await unregister('acme')],
    ['/v1/webhooks/{partner_id} delete', await unregister('acme')],
  ];
  for (const [place, { status, headers, body }] of replies) {
    const [path = '', method = ''] = place.split(' ');
    const operation = `/paths/${path.replaceAll('/', '~1')}/${method}/responses/${status}`;
    const schema =
      status === 400 ? '/components/schemas/ErrorResponse' : `${operation}/content/application~1json/schema`;
    expect([place, validator.violations(schema, body)]).toEqual([place, []]);
    expect(headers.get('x-ratelimit-limit')).toBe('200');
  }
});

test.each([
  [
    'a document without the operations',
    { spec: document, stateful: true },
    /none of the operations that a stateful mock remembers/,
  ],
  ['text that is not a URL', { webhookUrl: 'hooks' }, /^webhookUrl must be an http or https URL, not hooks$/],
  ['a URL of a file', { webhookUrl: 'file:///x' }, /^webhookUrl must be an http or https URL/],
  [
    'a broken secret',
    { webhookUrl: 'http://127.0.0.1/', webhookSecret: 'b+roken' },
    /^webhookSecret can't sign: /,
  ],
  [
    'a secret for nothing',
    { webhookSecret: 'c2VjcmV0' },
    /^webhookSecret signs what is delivered to webhookUrl/,
  ],
])('%s is refused in one line', async (_, options, message) => {
  const error = await startMock({ spec: FIXTURE, ...options }).catch((error: Error) => error);
  expect(error).toMatchObject({ name: 'MockError', message: expect.stringMatching(message) });
  expect((error as Error).message).not.toContain('b+roken');
});

// Tables of answers: each row an operation of one document, what is asked of it, and what is answered.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mock, startMock } from '../src/index.ts';

interface Expected {
  /** Default 200. */
  status?: number;
  type?: string | null;
  text?: string;
  headers?: Record<string, string>;
}

export type Row = [
  name: string,
  responses: object,
  asked: { prefer?: string; accept?: string },
  expected: Expected,
];

/** A response of one type, with a schema. */
export const of = (mediaType: string, schema?: object, more: object = {}): object => ({
  [mediaType]: { schema, ...more },
});
export const json = (schema: object, more: object = {}): object => ({
  description: '',
  content: of('application/json', schema, more),
});

export function testAnswers(rows: readonly Row[], components: object): void {
  const paths = Object.fromEntries(rows.map(([, responses], index) => [`/${index}`, { get: { responses } }]));
  let mock: Mock;
  beforeAll(async () => {
    mock = await startMock({
      spec: { openapi: '3.1.0', info: { title: 'Answers', version: '1' }, paths, components },
    });
  });
  afterAll(() => mock.close());
  test.each(rows.map(([name, , asked, expected], index) => [name, index, asked, expected] as const))(
    '%s',
    async (_, index, { prefer, accept = '*/*' }, { status = 200, type, text, headers = {} }) => {
      const response = await fetch(`${mock.url}/${index}`, {
        redirect: 'manual',
        headers: { ...(prefer !== undefined && { prefer }), accept },
      });
      const received = await response.text();
      expect([response.status, response.headers.get('sl-violations')], received).toEqual([status, null]);
      if (type !== undefined) expect(response.headers.get('content-type')).toBe(type);
      if (text !== undefined) expect(received).toBe(text);
      for (const [name, value] of Object.entries(headers)) expect(response.headers.get(name)).toBe(value);
    },
  );
}

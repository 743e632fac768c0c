// The page's own example request sends `ttl_days`, which the document on the same page forbids: the document's word counts.

import { generateOpenApiTypes } from '@agentsource/codegen/openapi-types';
import { startMock } from '@agentsource/mock';
import { expect, test } from 'vitest';
import { compile } from './compile.ts';
import { documentOfPage, PAGE } from './support.ts';

const PATH = '/v1/prospects/events/enrollments';

/** The body of the page's curl command, with and without what the document forbids. */
function exampleRequest(): { asPrinted: Record<string, unknown>; asAllowed: Record<string, unknown> } {
  const asPrinted = JSON.parse(/-d '(\{.*?\})'/s.exec(PAGE)?.[1] ?? '{}') as Record<string, unknown>;
  const { ttl_days, ...asAllowed } = asPrinted;
  expect(ttl_days).toBe(365);
  return { asPrinted, asAllowed };
}

test("the mock of the page's document refuses the page's example because of ttl_days alone", async () => {
  const { asPrinted, asAllowed } = exampleRequest();
  const mock = await startMock({ spec: documentOfPage() });
  const send = (body: object) =>
    fetch(`${mock.url}${PATH}`, {
      method: 'POST',
      headers: { api_key: 'any', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  try {
    const refused = await send(asPrinted);
    expect(refused.status).toBe(422);
    expect(refused.headers.get('sl-violations')).toContain('ttl_days');
    expect((await send(asAllowed)).status).toBe(200);
  } finally {
    await mock.close();
  }
});

test("the types of the page's document refuse it too", async () => {
  const { asPrinted, asAllowed } = exampleRequest();
  const program = (body: object) => `import type { paths } from './openapi.ts';
type Body = paths[${JSON.stringify(PATH)}]['post']['requestBody']['content']['application/json'];
export const body = ${JSON.stringify(body)} satisfies Body;
`;
  const types = generateOpenApiTypes(documentOfPage());
  const files = (body: object) => ({ 'openapi.ts': types, 'body.ts': program(body) });
  expect(await compile('page-as-printed', files(asPrinted))).toMatch(
    /^[^\n]*ttl_days[^\n]* does not exist[^\n]*\n$/,
  );
  expect(await compile('page-as-allowed', files(asAllowed))).toBe('');
}, 60_000);

// Documents that nobody should obey, with the oddest of names and texts: the mock answers as the suite expects, or nothing is built.

import { startMock } from '@agentsource/mock';
import { buildDocument } from '@agentsource/openapi/build';
import { PipelineError } from '@agentsource/openapi/errors';
import { parseOpenApi } from '@agentsource/openapi/read';
import { hostileDocuments } from '@agentsource/openapi/testing/hostile';
import { expect, test } from 'vitest';
import { deriveSuite } from '../src/derive/suite.ts';
import { runSuite } from '../src/run.ts';
import { subjectOf } from '../src/subject.ts';
import { report } from '../src/table.ts';

/** A name that objects have, wherever a name or a text may stand, and the oddest of patterns. */
const documents = hostileDocuments('http://127.0.0.1:9').filter(({ name }) =>
  /: constructor$|\/name\/pattern: Markdown$/.test(name),
);

/** Undefined where nothing is built. The fixture's security is not what is tried. */
async function built(text: string) {
  const plain = JSON.parse(text, (key, value) => (key === 'security' ? undefined : value));
  try {
    return await buildDocument(parseOpenApi(JSON.stringify(plain), 'hostile'), [], 'hostile');
  } catch (error) {
    if (!(error instanceof PipelineError)) throw error;
    return undefined;
  }
}

test('what such a document declares is answered', async () => {
  let answered = 0;
  for (const { name, text } of documents) {
    const document = await built(text);
    if (!document) continue;
    const suite = deriveSuite(subjectOf(document.document, document.sha256));
    const mock = await startMock({ spec: document.document });
    const { isGreen, text: table } = report(suite, await runSuite(suite, mock.url));
    await mock.close();
    expect(isGreen, `${name}\n${table}`).toBe(true);
    answered += 1;
  }
  expect(answered).toBeGreaterThan(24);
}, 120_000);

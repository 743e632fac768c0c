// The suite runs against any Prism, not only against our mock; and what it excuses there it checks first.
import { startMock } from '@agentsource/mock';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { expect, test } from 'vitest';
import { deriveSuite } from '../src/derive/suite.ts';
import { runSuite } from '../src/run.ts';
import { subjectOf } from '../src/subject.ts';
import { describeFailure, report } from '../src/table.ts';
import { startPlainPrism } from './plain-prism.ts';
import { documentOf, documentOfPage } from './support.ts';

test('the suite passes against a plain Prism', async () => {
  const suite = deriveSuite(subjectOf(documentOfPage(), ''));
  const prism = await startPlainPrism(suite.subject.document);
  try {
    const outcomes = await runSuite(suite, prism.url);
    expect(outcomes.filter(({ verdict }) => verdict.outcome === 'failed').map(describeFailure)).toEqual([]);
    expect(outcomes).toHaveLength(suite.cases.length);
  } finally {
    await prism.close();
  }
});

/** Unless it gives an example, an answer that a plain Prism generates ignores the pattern. */
function withPattern(example?: string): OpenApiDocument {
  const document = documentOf({ type: 'object' });
  const schema = {
    type: 'object',
    required: ['id'],
    properties: { id: { type: 'string', pattern: '^[a-f0-9]{40}$' } },
  };
  const content = { schema, ...(example === undefined ? {} : { example: { id: example } }) };
  const responses = { 200: { description: 'ok', content: { 'application/json': content } } };
  (document.paths['/things'] as { post: { responses: unknown } }).post.responses = responses;
  return document;
}

test('an answer that Prism generates and calls invalid is excused, by name', async () => {
  const suite = deriveSuite(subjectOf(withPattern(), ''));
  const prism = await startPlainPrism(suite.subject.document);
  try {
    const { text, isGreen } = report(suite, await runSuite(suite, prism.url));
    expect(text).toMatch(/Excused.*\n {2}POST \/things 200 \(\d+\): response\/body\/id/);
    expect(isGreen, text).toBe(true);
  } finally {
    await prism.close();
  }
});

test('it is not excused where the suite’s own mock needs no excuse', async () => {
  const suite = deriveSuite(subjectOf(withPattern(), ''));
  const prism = await startPlainPrism(suite.subject.document);
  const own = await startMock({ spec: suite.subject.document });
  try {
    const outcomes = await runSuite(suite, prism.url, { reference: own.url });
    const failed = outcomes.filter(({ verdict }) => verdict.outcome === 'failed').map(describeFailure);
    expect(failed).toContainEqual(expect.stringContaining('only this server is excused'));
  } finally {
    await own.close();
    await prism.close();
  }
});

test('it is not excused where the document gives an example', async () => {
  const suite = deriveSuite(subjectOf(withPattern('a'.repeat(40)), ''));
  const prism = await startPlainPrism(withPattern('not an id'));
  try {
    const outcomes = await runSuite(suite, prism.url);
    const failed = outcomes.filter(({ verdict }) => verdict.outcome === 'failed').map(describeFailure);
    expect(failed).toContainEqual(expect.stringContaining('the answer violates its schema'));
  } finally {
    await prism.close();
  }
});

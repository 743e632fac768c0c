// No document makes us do anything but read it: each is refused in one line, or comes to nothing but types and text.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { isolate } from '@agentsource/openapi/isolate';
import { inThisProcess } from '@agentsource/openapi/testing';
import {
  everyPlace,
  type HostileDocument,
  hostileDocuments,
  INTRUDER,
} from '@agentsource/openapi/testing/hostile';
import { marked, type Token } from 'marked';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outcome } from './work.ts';

const WORK = join(import.meta.dirname, 'work.ts');
const base = JSON.stringify(everyPlace());

let server: Server;
let requests: string[];
let documents: HostileDocument[];
let outcomes: Outcome[];

beforeAll(async () => {
  requests = [];
  server = createServer(({ url }, response) => {
    requests.push(url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  documents = hostileDocuments(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  outcomes = await isolate(WORK, 'workOn', { base, documents });
}, 130_000);
afterAll(() => server.close());

test('there are more than 300, and the document they are made of is a good one', async () => {
  expect(documents.length).toBeGreaterThan(300);
  const good = { name: 'good', text: base.replace('1.0.0', '1.0.1') };
  const [outcome] = await inThisProcess<unknown, Outcome[]>(WORK, 'workOn', { base, documents: [good] });
  expect(outcome?.refusal).toBeUndefined();
});

test('each ends within ten seconds', () => {
  expect(outcomes.filter(({ milliseconds }) => milliseconds > 10_000).map(({ name }) => name)).toEqual([]);
});

test('what is refused is refused by us, in one line', () => {
  const odd = outcomes.filter(
    ({ refusal }) => refusal && (!refusal.isOurs || refusal.message.includes('\n')),
  );
  expect(odd.map(({ name, refusal }) => [name, refusal?.message])).toEqual([]);
  expect(outcomes.filter(({ refusal }) => refusal).length).toBeGreaterThan(20);
  expect(outcomes.filter(({ generated }) => generated).length).toBeGreaterThan(200);
});

test('in what is generated, nothing of it is more than text', () => {
  for (const { name, generated = [] } of outcomes) {
    for (const code of generated) expect(namesIn(code), name).not.toContain(INTRUDER);
  }
});

test('in the report, nothing of it is more than code', () => {
  for (const { name, report = '' } of outcomes) {
    const found = markupIn(marked.lexer(report)).filter((one) => !/^<\/?(details|summary)>/.test(one.trim()));
    expect(found, name).toEqual([]);
  }
});

test('nobody is asked for anything, not even where it would be allowed', async () => {
  const asking = documents.filter(({ text }) => text.includes('http://127.0.0.1'));
  expect(asking.length).toBeGreaterThan(10);
  await inThisProcess(WORK, 'workOn', { base, documents: asking });
  expect(requests).toEqual([]);
}, 60_000);

/** Words of a program that are neither in a comment nor in a string. */
function namesIn(code: string): string[] {
  return (
    code.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '').match(/\w+/g) ?? []
  );
}

/** HTML, links and images of a Markdown text, and whatever GitHub would make a mention, a link or an order of. */
function markupIn(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    const inner = 'tokens' in token && token.tokens ? markupIn(token.tokens) : [];
    const items = token.type === 'list' ? (token.items as Token[]).flatMap((item) => markupIn([item])) : [];
    const isMarkup = ['html', 'link', 'image', 'del', 'def', 'table'].includes(token.type);
    const isActive =
      token.type === 'text' && !('tokens' in token) && /(^|\W)@\w|#\d|https?:/.test(token.text);
    return [...inner, ...items, ...(isMarkup || isActive ? [token.raw] : [])];
  });
}

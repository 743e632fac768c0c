// Work on a document is done where it can do nothing else, and where it can be ended.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PipelineError, UnreadableError } from '../src/errors.ts';
import { isolate } from '../src/isolate.ts';

const WORK = join(import.meta.dirname, 'work.ts');
const outside = mkdtempSync(join(tmpdir(), 'isolate-'));
let requests = 0;
let server: Server;

beforeAll(async () => {
  writeFileSync(join(outside, 'secret'), 'secret');
  server = createServer((_, response) => {
    requests += 1;
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(outside, { recursive: true });
});

test('input and output are values', async () => {
  const input = { text: 'a', bytes: new Uint8Array([1, 2]), map: new Map([['a', undefined]]) };
  expect(await isolate(WORK, 'echo', input)).toEqual(input);
});

test('an input may be promised, and may fail to come', async () => {
  expect(await isolate(WORK, 'echo', Promise.resolve('late'))).toBe('late');
  const failed = isolate(WORK, 'echo', Promise.reject(new UnreadableError('no such file')));
  await expect(failed).rejects.toThrow(new UnreadableError('no such file'));
});

test('a process that ended before its input came is told of', async () => {
  const late = new Promise((resolve) => setTimeout(resolve, 1_000));
  const failed = isolate(join(import.meta.dirname, 'ends.ts'), 'none', late);
  await expect(failed).rejects.toThrow(/^the document was given up: .* crashed \(3\); nothing was changed$/);
});

describe('it has no right', () => {
  test('to read a file outside of the repository, unless it is told of', async () => {
    const secret = join(outside, 'secret');
    expect(await isolate(WORK, 'read', secret)).toBe('ERR_ACCESS_DENIED');
    expect(await isolate(WORK, 'read', '/dev/zero')).toBe('ERR_ACCESS_DENIED');
    expect(await isolate(WORK, 'read', secret, { read: [outside] })).toBe('secret');
  });

  test.each(['write', 'write-inside', 'spawn', 'worker'])('to %s', async (what) => {
    expect(await isolate(WORK, 'attempt', { what, outside })).toBe('ERR_ACCESS_DENIED');
  });

  test('to speak to anyone', async () => {
    const { port } = server.address() as AddressInfo;
    expect(await isolate(WORK, 'ask', `http://127.0.0.1:${port}/`)).toContain('ERR_ACCESS_DENIED');
    expect(requests).toBe(0);
  });

  test('to see the environment', async () => {
    expect(await isolate(WORK, 'environment', null)).toEqual([]);
  });
});

describe('it ends', () => {
  test('at its time limit, in one line', async () => {
    const ended = isolate(WORK, 'spin', null, { timeout: 1_000 });
    await expect(ended).rejects.toThrow(/^the document was given up: [^\n]*within 1 s; nothing was changed$/);
    await expect(ended).rejects.toBeInstanceOf(PipelineError);
  });

  test('with what it refused, as it refused it', async () => {
    await expect(isolate(WORK, 'refuse', 1)).rejects.toThrow(new PipelineError('refused'));
    await expect(isolate(WORK, 'refuse', 2)).rejects.toBeInstanceOf(UnreadableError);
  });

  test('with its own error where something is wrong with the work', async () => {
    await expect(isolate(WORK, 'fail', null)).rejects.toThrow('a fault of ours');
    await expect(isolate(WORK, 'nothing', null)).rejects.toThrow('exports no nothing');
  });
});

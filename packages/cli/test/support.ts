// Runs the command in this process, with streams of the test's own; `pnpm e2e` runs it as a process.
import { createHash } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { run } from '../src/index.ts';

export const KEY = 'a-secret-key-for-tests';
export const EVENTS = ['--events', 'prospect_changed_role'];

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

export interface Setting {
  url?: string;
  env?: Record<string, string>;
  input?: string | Buffer;
  isTerminal?: boolean;
  signals?: EventEmitter;
}

export async function agentsource(args: string[], setting: Setting = {}): Promise<Outcome> {
  const { url, env, input = '', isTerminal = false, signals = new EventEmitter() } = setting;
  const stream = () => Object.assign(new PassThrough(), { isTTY: isTerminal, columns: 80 });
  const [stdout, stderr] = [stream(), stream()];
  const written = [text(stdout), text(stderr)];
  const code = await run(args, {
    env: { EXPLORIUM_API_KEY: KEY, ...(url && { EXPLORIUM_BASE_URL: url }), ...env },
    stdin: Object.assign(Readable.from([Buffer.from(input)]), { isTTY: isTerminal }),
    ...{ stdout, stderr, signals },
  });
  stdout.end();
  stderr.end();
  const [out = '', err = ''] = await Promise.all(written);
  return { code, stdout: out, stderr: err };
}

/** A prospect id that no other number has. */
export function idOf(number: number): string {
  return createHash('sha1').update(String(number)).digest('hex');
}

export function directory(): string {
  return mkdtempSync(join(tmpdir(), 'agentsource-cli-'));
}

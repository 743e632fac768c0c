// A receiver in a process of its own: the README's recipe for Node's http, on a free port.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { environment, recipe, write } from './snippets.ts';

export interface Receiver {
  port: number;
  url: string;
  /** What it printed so far. */
  output(): string;
  /** Stops it; says how it had ended, if it had. */
  stop(): Promise<string | undefined>;
}

export async function startReceiver(name: string): Promise<Receiver> {
  const port = await freePort();
  const { at, code } = recipe();
  const file = write({ at, code: code.replace('3000', String(port)) }, name);
  const child = spawn(process.execPath, [file], { env: environment });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const url = `http://127.0.0.1:${port}/`;
  await answers(url, () => child.exitCode !== null);
  return {
    port,
    url,
    output: () => output,
    async stop() {
      if (child.exitCode !== null) return `it had ended with ${child.exitCode}: ${output}`;
      const exit = once(child, 'exit');
      child.kill();
      await exit;
      return undefined;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(url: string, hasEnded: () => boolean): Promise<void> {
  for (;;) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      return;
    if (hasEnded()) throw new Error('The receiver did not start');
    await setTimeout(20);
  }
}

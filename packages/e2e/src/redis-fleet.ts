// Three receiving processes over one Redis, each by another client, and events that go to all of them at once.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleEvent } from '@agentsource/webhooks/testing';
import type { Context } from './context.ts';
import { deliver, pause } from './deliveries.ts';
import { firstAnswer } from './free-port.ts';
import { type Running, serve } from './processes.ts';
import { folderOf, projectOf } from './recipe-project.ts';
import type { RedisServer } from './redis-server.ts';

export const CLIENTS = ['ioredis', 'node-redis', 'function'] as const;

/** Events under way at a time. */
const AT_ONCE = 10;

interface Receiver {
  url: string;
  server: Running;
  killed?: true;
}

interface Note {
  what: string;
  client: string;
  id: string;
  at: number;
}

export interface FleetOptions {
  name: string;
  /** Milliseconds. */
  claimFor: number;
  /** Milliseconds that an event takes, on average. */
  duration: number;
}

export async function fleetOf(context: Context, redis: RedisServer, options: FleetOptions): Promise<Fleet> {
  const project = await projectOf(context, 'recipes');
  const notes = join(project, `${options.name}.notes`);
  const receivers: Receiver[] = [];
  for (const CLIENT of CLIENTS) {
    const folder = await folderOf(context, `${options.name}-${CLIENT}`, 'ioredis.ts', { 6379: redis.port });
    const numbers = { CLAIM_FOR: String(options.claimFor), DURATION: String(options.duration) };
    const env = { ...folder.options.env, CLIENT, NOTES: notes, ...numbers };
    const server = serve(process.execPath, ['redis-receiver.ts'], { ...folder.options, env });
    receivers.push({ url: folder.url, server });
  }
  for (const { url, server } of receivers) await firstAnswer(url, server.output);
  return new Fleet(project, notes, receivers);
}

export class Fleet {
  readonly project: string;
  readonly #notes: string;
  readonly #receivers: Receiver[];
  readonly #ids: string[] = [];
  readonly #answers: string[] = [];

  constructor(project: string, notes: string, receivers: Receiver[]) {
    this.project = project;
    this.#notes = notes;
    this.#receivers = receivers;
  }

  /** Sends each event to all of them at once, and again to each until it answers 200. */
  async deliver(count: number): Promise<void> {
    const events = Array.from({ length: count }, () => sampleEvent());
    this.#ids.push(...events.map(({ event_id }) => event_id));
    const waiting = events.values();
    const worker = async () => {
      for (const event of waiting) {
        await Promise.all(this.#receivers.map((receiver) => this.#untilHandled(receiver, event)));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    for (const { server } of this.#receivers) await server.end('SIGTERM');
  }

  async #untilHandled(receiver: Receiver, event: ReturnType<typeof sampleEvent>): Promise<void> {
    const deadline = Date.now() + 60_000;
    while (!receiver.killed) {
      const answer = await deliver(receiver.url, event).catch((error: Error) => error.name);
      this.#answers.push(answer);
      if (answer === '200 ok') return;
      if (Date.now() > deadline) throw new Error(`still ${answer}\n${receiver.server.output()}`);
      await pause(50);
    }
  }

  /** Until so many events have been begun. */
  async begun(count: number): Promise<void> {
    while (this.#read().filter(({ what }) => what === 'began').length < count) await pause(10);
  }

  /** Ends one while it is at two events at least. */
  async killOne(): Promise<void> {
    const [receiver] = this.#receivers;
    const [client] = CLIENTS;
    if (!receiver) return;
    const count = (what: string) =>
      this.#read().filter((note) => note.what === what && note.client === client).length;
    while (count('began') - count('done') < 2) await pause(1);
    receiver.killed = true;
    await receiver.server.end('SIGKILL');
  }

  answered(status: string): number {
    return this.#answers.filter((answer) => answer.startsWith(status)).length;
  }

  expectEach(what: string, times: number): void {
    const notes = this.#read().filter((note) => note.what === what);
    const wrong = this.#ids
      .map((id) => notes.filter((note) => note.id === id).length)
      .filter((found) => found !== times);
    if (wrong.length > 0) throw new Error(`${wrong.length} events were ${what} ${wrong.join(', ')} times`);
  }

  /** The events that were begun twice, with the time between, in milliseconds. */
  begunTwice(): { id: string; after: number }[] {
    const began = this.#read().filter(({ what }) => what === 'began');
    return this.#ids.flatMap((id) => {
      const [first, second] = began.filter((note) => note.id === id);
      return first && second ? [{ id, after: second.at - first.at }] : [];
    });
  }

  #read(): Note[] {
    if (!existsSync(this.#notes)) return [];
    const lines = readFileSync(this.#notes, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => {
      const [what = '', client = '', id = '', at] = line.split(' ');
      return { what, client, id, at: Number(at) };
    });
  }
}

// Entry point `@agentsource/client/log`: hooks that print what a client does.
import type { Hooks } from '../hooks.ts';
import type { Fetch } from '../options.ts';
import { readRateLimit } from '../rate-limit/headers.ts';
import type { Throttle } from '../rate-limit/sliding-window.ts';
import type { LogLevel } from './level.ts';
import { watchedFetch } from './watched-fetch.ts';

export type { LogLevel } from './level.ts';

/** What `logHooks` takes. */
export interface LogOptions {
  /**
   * `warn`: answers from 400 on, attempts that got no answer, retries. `info` (the default): every answer, and every wait for the
   * throttle. `debug`: every request and answer with its headers and the first 2000 characters of its body.
   */
  level?: LogLevel | undefined;
  /** What a line goes to. Default: `console.error`, which writes to standard error. */
  write?: ((line: string) => void) | undefined;
  /** What sends the requests. Default: `globalThis.fetch`. Give it here, not to `createClient`: the log listens to it. */
  fetch?: Fetch | undefined;
  /** The client's throttle, so that waiting for it is told. Default: none. Give it here, not to `createClient`. */
  throttle?: Throttle | undefined;
}

/** Options of `createClient` that print. */
export interface LogHooks extends Required<Pick<Hooks, 'onRequest' | 'onResponse' | 'onRetry'>> {
  fetch: Fetch;
  throttle?: Throttle;
}

const LEVELS: readonly LogLevel[] = ['warn', 'info', 'debug'];

/**
 * Hooks that print, a line each, what was sent, answered, retried and waited for; spread into the options of `createClient`.
 *
 * The API key and the secrets of webhooks are never printed, nor cookies and other credentials; bodies at `debug` alone, where they
 * may hold data of your customers. Control characters are escaped, so that no server writes to your terminal.
 *
 * @example
 * ```ts
 * import { createClient, slidingWindow } from '@agentsource/client';
 * import { logHooks } from '@agentsource/client/log';
 *
 * const client = createClient({ ...logHooks({ level: 'info', throttle: slidingWindow() }) });
 * await client.GET('/v1/prospects/events/enrollments'); // GET /v1/prospects/events/enrollments: 200 after 212 ms
 * ```
 */
export function logHooks(options: LogOptions = {}): LogHooks {
  const { level = 'info', fetch, throttle } = options;
  // Looked up at each line: a test or a library may replace it.
  const write = options.write ?? ((line: string) => console.error(line));
  const prints = (wanted: LogLevel): boolean => LEVELS.indexOf(wanted) <= LEVELS.indexOf(level);
  const print = (wanted: LogLevel, line: string): void => {
    if (prints(wanted)) write(line);
  };
  return {
    onRequest: ({ call, attempt }) => print('debug', `${call}: attempt ${attempt} is sent`),
    onResponse({ call, attempt, status, duration, headers }) {
      const left = readRateLimit(headers);
      const which = attempt > 1 ? `, attempt ${attempt}` : '';
      const more = left ? `, ${left.remaining} of ${left.limit} requests left` : '';
      print(status < 400 ? 'info' : 'warn', `${call}: ${status} after ${ms(duration)}${which}${more}`);
    },
    onRetry: ({ call, attempt, delay, status, error }) =>
      print(
        'warn',
        `${call}: attempt ${attempt} ended with ${status ?? error?.name}, the next is in ${ms(delay)}`,
      ),
    fetch: watchedFetch({ fetch, print, isDebug: prints('debug') }),
    ...(throttle && { throttle: watchedThrottle(throttle, print) }),
  };
}

/** Waits that nobody would notice are not told. */
const NOTICEABLE = 10;

function watchedThrottle(throttle: Throttle, print: (level: LogLevel, line: string) => void): Throttle {
  return async (key, signal) => {
    const started = performance.now();
    await throttle(key, signal);
    const waited = performance.now() - started;
    if (waited >= NOTICEABLE) print('info', `waited ${ms(waited)} for the rate limit`);
  };
}

function ms(duration: number): string {
  return `${Math.round(duration)} ms`;
}

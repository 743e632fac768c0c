// How long a refusal asks to wait, wherever it says so.
import type { Answer } from '../transport/answer.ts';
import { parseRetryAfter } from './headers.ts';

/** Seconds; the API's window, and so the longest wait for it to move on. */
const WINDOW = 60;

/**
 * Seconds that an answer which isn't a success asks to wait: its `Retry-After`; for a 429 otherwise the `retry_after` of its
 * body; otherwise, where nothing remains of the rate limit, the time until it resets, at most one window.
 */
export function waitAfter({ response: { ok, status, headers }, body }: Answer): number | undefined {
  if (ok) return;
  const header = headers.get('Retry-After');
  if (status !== 429) return parseRetryAfter(header);
  // By pattern, since the body may be anything.
  const wait = parseRetryAfter(header ?? /"retry_after"\s*:\s*"?(\d+)/.exec(`${body}`)?.[1]);
  const reset = Number(headers.get('X-RateLimit-Reset'));
  if (wait !== undefined || !reset || headers.get('X-RateLimit-Remaining') !== '0') return wait;
  // By the server's clock where it tells it: the one here may be wrong.
  const now = Date.parse(`${headers.get('Date')}`) || Date.now();
  return Math.min(WINDOW, Math.max(0, reset - now / 1000));
}

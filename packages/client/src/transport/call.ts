// All that is known of one call, beside its request; each part of the transport takes of it what it needs.
import type { CallFacts } from '../client-types.ts';
import type { Hooks } from '../hooks.ts';
import type { Fetch, LimitOptions } from '../options.ts';
import type { Throttle } from '../rate-limit/sliding-window.ts';
import type { ParseAs, Reading } from './reading.ts';
import type { Redactor } from './redaction.ts';
import type { MaybeSignal, TimeBudget } from './timing.ts';

export interface Call extends LimitOptions, Hooks {
  fetch: Fetch;
  /** What else fetch is told, whatever the request says. */
  requestInitExt?: object | undefined;
  throttle?: Throttle | undefined;
  budget: TimeBudget;
  /** The caller's: a stream that the call has given away must still end at its abort. */
  signal?: MaybeSignal;
  /** How the caller wants a success to be read, whatever it is. */
  parseAs?: ParseAs | undefined;
  /** How a success is read. */
  reading: (response: Response) => Reading;
  /** The API key, the one origin that it goes to, and what takes it out of what comes back. Absent from a call without it. */
  secret?: { key: string; origin: string; redactor: Redactor };
  /** What is known of the call; kept up to date. */
  facts: CallFacts;
}

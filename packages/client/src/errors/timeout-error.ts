// The error of a time limit.
import { ExploriumError } from './explorium-error.ts';

/** No complete answer within `timeout` or `deadline`; the message says how many milliseconds that was. */
export class TimeoutError extends ExploriumError {
  override get name(): 'TimeoutError' {
    return 'TimeoutError';
  }
}

// The error of a 429.
import { ExploriumError } from './explorium-error.ts';

/**
 * 429: more requests than the API key may make in 60 seconds, and no retry remains. `retryAfter` says how many seconds to wait;
 * `slidingWindow` avoids it.
 */
export class RateLimitedError extends ExploriumError {
  override get name(): 'RateLimitedError' {
    return 'RateLimitedError';
  }
}

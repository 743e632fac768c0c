// The error of an abort.
import { ExploriumError } from './explorium-error.ts';

/** The `signal` of the caller was aborted; `cause` is its reason. */
export class AbortError extends ExploriumError {
  override get name(): 'AbortError' {
    return 'AbortError';
  }
}

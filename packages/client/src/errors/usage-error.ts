// The error of a call that could not be made.
import { ExploriumError } from './explorium-error.ts';

/**
 * The request was never sent, because it or the client was set up wrongly: no API key or one with a space or line break, a base
 * URL that the key may not go to, an operation that the document has on another server, a header with a line break, a path
 * parameter that is missing, a limit that is not a number.
 */
export class UsageError extends ExploriumError {
  override get name(): 'UsageError' {
    return 'UsageError';
  }
}

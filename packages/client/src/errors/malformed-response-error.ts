// The error of a success without a readable body.
import { ExploriumError } from './explorium-error.ts';

/** A success status whose body is missing or not JSON. */
export class MalformedResponseError extends ExploriumError {
  override get name(): 'MalformedResponseError' {
    return 'MalformedResponseError';
  }
}

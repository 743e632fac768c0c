// The error of a success without the body that it should have.
import { ExploriumError } from './explorium-error.ts';

/** A success status whose body is missing although the document declares one, or not JSON although it should be. */
export class MalformedResponseError extends ExploriumError {
  override get name(): 'MalformedResponseError' {
    return 'MalformedResponseError';
  }
}

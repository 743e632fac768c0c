// The error of a broken connection.
import { ExploriumError } from './explorium-error.ts';

/**
 * No answer, or half of one: the connection could not be opened (`mayHaveActed` is false) or broke (it is true). `cause` is
 * what fetch said.
 */
export class ConnectionError extends ExploriumError {
  override get name(): 'ConnectionError' {
    return 'ConnectionError';
  }
}

// The error of a 5xx.
import { ExploriumError } from './explorium-error.ts';

/** 5xx: the service met an error of its own. Unless `mayHaveActed` is false, it may have acted on the request. */
export class ServerError extends ExploriumError {
  override get name(): 'ServerError' {
    return 'ServerError';
  }
}

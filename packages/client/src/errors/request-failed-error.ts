// The error of a success that says it failed.
import { ExploriumError } from './explorium-error.ts';

/** A success status whose `response_context.request_status` is `failure`. */
export class RequestFailedError extends ExploriumError {
  override get name(): 'RequestFailedError' {
    return 'RequestFailedError';
  }
}

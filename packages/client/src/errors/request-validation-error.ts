// The error of a 400 or 422.
import { ExploriumError } from './explorium-error.ts';

/** 400 or 422: the request is not what the API asks for; `problems` says where. */
export class RequestValidationError extends ExploriumError {
  override get name(): 'RequestValidationError' {
    return 'RequestValidationError';
  }
}

// The error of a 401.
import { ExploriumError } from './explorium-error.ts';

/** 401: the API key is missing or not recognised. */
export class AuthenticationError extends ExploriumError {
  override get name(): 'AuthenticationError' {
    return 'AuthenticationError';
  }
}

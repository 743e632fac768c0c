// The error of a redirect.
import { ExploriumError } from './explorium-error.ts';

/** The server answered with a redirect, which is never followed: the API key goes to one origin only. */
export class RedirectError extends ExploriumError {
  override get name(): 'RedirectError' {
    return 'RedirectError';
  }
}

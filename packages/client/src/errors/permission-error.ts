// The error of a 403.
import { ExploriumError } from './explorium-error.ts';

/** 403: the API key may not do this, or is out of credits. */
export class PermissionError extends ExploriumError {
  override get name(): 'PermissionError' {
    return 'PermissionError';
  }
}

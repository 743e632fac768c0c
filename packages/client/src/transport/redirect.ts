// Redirects are never followed: fetch would carry the API key, in a header it knows nothing of, to wherever they point.
import type { CallFacts } from '../client-types.ts';
import { RedirectError } from '../errors/redirect-error.ts';
import { answerError } from './call-error.ts';

/**
 * Lets every answer pass except for a redirect.
 *
 * @throws {RedirectError} that names where it points; a browser shows no more of a redirect than that there was one.
 */
export function refuseRedirect(response: Response, facts: CallFacts): void {
  const { ok, type, status, headers, body } = response;
  if (ok || (type !== 'opaqueredirect' && !/^30[12378]$/.test(`${status}`))) return;
  body?.cancel().catch(() => {});
  const where = headers.get('Location') ?? 'somewhere';
  throw answerError(RedirectError, `refused to follow a redirect to ${where}`, response, facts);
}

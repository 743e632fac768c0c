// Redirects are never followed: fetch would carry the API key, in a header it knows nothing of, to wherever they point.
import type { CallFacts } from '../client-types.ts';
import { RedirectError } from '../errors/explorium-error.ts';

/**
 * Lets every answer pass but a redirect.
 *
 * @throws {RedirectError} that names where it points; a browser shows no more of a redirect than that there was one.
 */
export function refuseRedirect(response: Response, facts: CallFacts, redact: (text: string) => string): void {
  const { ok, type, status, headers } = response;
  if (ok || (type !== 'opaqueredirect' && !/^30[12378]$/.test(`${status}`))) return;
  response.body?.cancel().catch(() => {});
  const target = redact(headers.get('Location') ?? 'somewhere');
  // 307 and 308 ask for the same request elsewhere; any other may be what follows the act, as a 303 does.
  const mayHaveActed = facts.mayHaveActed || !/^30[78]$/.test(`${status}`);
  throw new RedirectError(`refused to follow a redirect to ${target}`, {
    ...facts,
    mayHaveActed,
    status,
  });
}

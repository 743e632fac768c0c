// Tells an error of a connection that could not be opened from one that broke.
import { fieldsOf } from '../fields.ts';

const CONNECT =
  /^(connect|getaddrinfo|ECONNREFUSED|UND_ERR_CONNECT_TIMEOUT|ConnectionRefused|FailedToOpenSocket)$|client error \(Connect\)/;

/**
 * Whether fetch failed before the request could leave: the name did not resolve or nothing listened. Node and Bun say
 * so by code, Deno in the message; browsers don't say, which counts as no.
 *
 * @param depth how many causes to look through.
 */
export function isConnectError(error: unknown, depth = 5): boolean {
  if (!error || depth === 0) return false;
  const { syscall, code, message, cause, errors } = fieldsOf(error);
  return (
    [syscall, code, message].some((words) => typeof words === 'string' && CONNECT.test(words)) ||
    isConnectError(cause ?? fieldsOf(errors)[0], depth - 1)
  );
}

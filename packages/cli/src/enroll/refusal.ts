// What a refusal is about: the prospects of a batch, everything that would be sent, or this moment.
import { isExploriumError } from '@agentsource/client';

/** Of the key, a proxy, and the rate. */
const FOR_ALL = [401, 403, 407, 429];

/** Whether every other batch would be told the same. */
export function isForAll(error: Error): boolean {
  return FOR_ALL.includes(statusOf(error));
}

/**
 * Whether the service looked at the batch and refused it for what is in it. Otherwise it was not reached, or asked for another time
 * or place, and the batch may be sent as it is.
 */
export function isForContent(error: Error): boolean {
  const status = statusOf(error);
  return status >= 400 && status < 500 && !isForAll(error);
}

function statusOf(error: Error): number {
  return (isExploriumError(error) && error.status) || 0;
}

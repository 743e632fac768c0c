// Fetches a source over HTTP with limits on everything a server could do to us: time, size, redirects.
import { UnreadableError } from '@agentsource/openapi/errors';
import { LIMITS } from '@agentsource/openapi/limits';
import { readLimited, tooLarge } from './bytes.ts';

export interface FetchLimits {
  /** For the whole exchange, redirects and body included, in milliseconds. */
  timeout: number;
  redirects: number;
}

const FETCH_LIMITS: FetchLimits = { timeout: 30_000, redirects: 5 };

/** The bytes at an http(s) URL; anything else than a 200 within the limits is an UnreadableError. */
export async function fetchBytes(url: URL, limits: FetchLimits = FETCH_LIMITS): Promise<Uint8Array> {
  const name = publicName(url);
  const signal = AbortSignal.timeout(limits.timeout);
  try {
    const response = await followRedirects(url, limits, signal);
    if (response.status !== 200) {
      await response.body?.cancel();
      throw new UnreadableError(`${name}: the server answered ${response.status} ${response.statusText}`);
    }
    if (Number(response.headers.get('content-length')) > LIMITS.bytes) {
      await response.body?.cancel();
      throw tooLarge(name);
    }
    return await readLimited(response.body ?? new ReadableStream<Uint8Array>(), name);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    if (signal.aborted) {
      throw new UnreadableError(`${name}: no complete answer within ${limits.timeout / 1000} s`);
    }
    throw new UnreadableError(`${name}: can't be fetched: ${reasonOf(error as Error)}`);
  }
}

/** How a URL is shown and recorded: without what may be secret in it. */
export function publicName(url: URL): string {
  return url.origin + url.pathname;
}

async function followRedirects(start: URL, limits: FetchLimits, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let hops = 0; hops <= limits.redirects; hops += 1) {
    const response = await fetch(url, { redirect: 'manual', signal });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    url = nextUrl(location, url, publicName(start));
  }
  throw new UnreadableError(`${publicName(start)}: more than ${limits.redirects} redirects`);
}

function nextUrl(location: string, from: URL, name: string): URL {
  if (!URL.canParse(location, from.href)) {
    throw new UnreadableError(`${name}: redirects to "${location}", which is no URL`);
  }
  const next = new URL(location, from);
  const isAllowed = next.protocol === 'https:' || (next.protocol === 'http:' && from.protocol === 'http:');
  if (!isAllowed) {
    throw new UnreadableError(
      `${name}: redirects from ${from.protocol} to ${next.protocol}, which is refused`,
    );
  }
  return next;
}

/** fetch says only "fetch failed"; the reason is in its cause. */
function reasonOf(error: Error): string {
  const { cause } = error;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}

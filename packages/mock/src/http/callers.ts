// Who is calling: a program or a page of this machine, or a page from elsewhere that somebody's browser has open here.
import type { IncomingHttpHeaders } from 'node:http';
import { isIP } from 'node:net';
import { hostname } from 'node:os';
import { isLoopback } from '@agentsource/webhooks/loopback';

/** Where the mock listens. */
export interface Address {
  /** As it was given. */
  host: string;
  /** Whether only this machine reaches it. */
  isLoopback: boolean;
}

/** Why a caller is none of this machine's; undefined for one that is. */
export function foreignness(headers: IncomingHttpHeaders, address: Address): string | undefined {
  return foreignHost(headers, address) ?? foreignOrigin(headers);
}

/** A browser says whose page is asking; without it, and from pages of this machine, it is fine. */
export function foreignOrigin({
  origin,
  host,
  'sec-fetch-site': site,
}: IncomingHttpHeaders): string | undefined {
  if (origin === undefined) return site === 'cross-site' ? 'a page from elsewhere' : undefined;
  if (!URL.canParse(origin)) return `a page of the origin ${origin}`;
  const url = new URL(origin);
  const isOwn = /^https?:$/.test(url.protocol) && (isLoopback(url) || url.host === host?.toLowerCase());
  return isOwn ? undefined : `a page of ${origin}`;
}

/**
 * A page from elsewhere can have its own name resolve to this machine, and is then its own origin; but its name stays in `Host`.
 * Addresses and names without a dot are nobody's to register.
 */
function foreignHost({ host }: IncomingHttpHeaders, address: Address): string | undefined {
  if (host === undefined) return undefined;
  const url =
    /^[\w.:[\]-]+$/.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : undefined;
  const name = url?.hostname.replace(/^\[|\]$/g, '') ?? '';
  const isOwn =
    url !== undefined &&
    (isLoopback(url) ||
      (!address.isLoopback && (isIP(name) > 0 || !name.includes('.') || name === hostname().toLowerCase())) ||
      name === address.host.toLowerCase());
  return isOwn ? undefined : `a request to the host ${host}`;
}

// The requests that were made, those of late.
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { IncomingRequest } from '../http/request.ts';
import { essenceOf } from '../media-types.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { Secrets } from './secrets.ts';

/** Requests that are kept, and bytes of their bodies. */
const MOST = { requests: 1_000, bytes: 16 * 1024 * 1024 };

export class Requests {
  readonly #secrets: Secrets;
  #kept: { request: RecordedRequest; bytes: number }[] = [];
  #bytes = 0;

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  /** In the order in which they came. */
  get all(): RecordedRequest[] {
    return this.#kept.map(({ request }) => request);
  }

  /** Kept from now on; what becomes of it is added later. */
  record(incoming: IncomingRequest): RecordedRequest {
    const request = read(incoming, this.#secrets);
    const bytes = incoming.body.length;
    this.#kept.push({ request, bytes });
    this.#bytes += bytes;
    while (this.#kept.length > MOST.requests || this.#bytes > MOST.bytes) {
      this.#bytes -= this.#kept.shift()?.bytes ?? 0;
    }
    return request;
  }

  reset(): void {
    this.#kept = [];
    this.#bytes = 0;
  }
}

function read(incoming: IncomingRequest, secrets: Secrets): RecordedRequest {
  const { method, url, headers } = incoming;
  const [path = url, ...search] = url.split('?');
  const texts = Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]);
  const body = secrets.withoutMembers(bodyOf(incoming));
  return {
    method,
    path,
    query: secrets.withoutQuery(fieldsOf(search.join('?'))),
    headers: secrets.withoutHeaders(Object.fromEntries(texts)),
    ...(body !== undefined && { body }),
  };
}

function bodyOf({ headers, body }: IncomingRequest): unknown {
  if (body.length === 0) return undefined;
  const type = headers['content-type'] ?? '';
  const text = body.toString('utf8');
  if (essenceOf(type) === 'application/x-www-form-urlencoded') return fieldsOf(text);
  if (!isJsonMediaType(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** By name; a list where there is more than one. */
function fieldsOf(text: string): Record<string, string | string[]> {
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of new URLSearchParams(text)) {
    const earlier = fields.get(name);
    fields.set(name, earlier === undefined ? value : [earlier, value].flat());
  }
  return Object.fromEntries(fields);
}

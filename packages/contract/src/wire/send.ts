// Sends a case through the client and keeps both sides of the wire: the request as it left, the answer as it arrived.

import { API_KEY } from '../api-key.ts';
import type { Case } from '../derive/case.ts';
import { isWithoutBody } from '../operation/responses.ts';
import type { Credential } from '../operation/security.ts';
import type { Subject } from '../subject.ts';
import { isKnownToClient, optionsFor } from './options.ts';
import { createUntypedClient } from './untyped-client.ts';
import { type Written, write } from './write.ts';

type Bytes = Uint8Array<ArrayBuffer>;

interface Wire {
  method: string;
  url: URL;
  headers: Headers;
  body: Bytes;
}

interface Answer {
  status: number;
  headers: Headers;
  body: Bytes;
  /** The body, read as UTF-8. */
  text: string;
}

export interface Exchange extends Answer {
  wire: Wire;
  /** The request as it should have left. */
  written: Written;
  /** What the client made of the answer; a `Blob` as its bytes. */
  result: { data?: unknown; error?: unknown };
  /** Whether the client read it as its own document says; otherwise the suite had to tell it how. */
  isOwn: boolean;
}

export type Send = (one: Case) => Promise<Exchange>;

export function createSend(subject: Subject, baseUrl: string): Send {
  return async (one) => {
    const { operation, request } = one;
    const seen: { wire?: Wire; answer?: Answer } = {};
    const observe: typeof fetch = async (input, init) => {
      seen.wire = await wireOf(new Request(input, init));
      seen.answer = await transmit(seen.wire, request.credentials);
      const { status, headers, body } = seen.answer;
      return new Response(isWithoutBody(status) || body.length === 0 ? null : body, { status, headers });
    };
    const written = write(subject.document, operation, request);
    const client = createUntypedClient(baseUrl, API_KEY, observe);
    const result: Exchange['result'] = await client
      .request(request.method, request.path, optionsFor(subject, one, written))
      .catch((error: unknown) => {
        // The client follows no redirect, and says so in an error of its own.
        if (error instanceof Error && error.name === 'RedirectError' && seen.answer) return { error };
        throw error;
      });
    const { wire, answer } = seen;
    if (!wire || !answer) throw new Error('the client did not use the fetch it was given');
    const { data, ...rest } = result;
    const arrived = data instanceof Blob ? new Uint8Array(await data.arrayBuffer()) : data;
    return {
      wire,
      written,
      ...answer,
      result: { ...rest, data: arrived },
      isOwn: isKnownToClient(subject, one),
    };
  };
}

async function wireOf(outgoing: Request): Promise<Wire> {
  const { method, url } = outgoing;
  const headers = new Headers(outgoing.headers);
  return { method, url: new URL(url), headers, body: new Uint8Array(await outgoing.arrayBuffer()) };
}

/** The client always sends its key; other credentials, or none, are the suite's doing, after the client's. */
async function transmit({ method, url, headers, body }: Wire, credentials: Credential[]): Promise<Answer> {
  const sent = new Headers(headers);
  const to = new URL(url);
  for (const [name, value] of headers) if (value === API_KEY) sent.delete(name);
  for (const { in: where, name, value } of credentials) {
    if (where === 'header') sent.set(name, value);
    else if (where === 'query') to.searchParams.append(name, value);
    else sent.set('Cookie', [sent.get('Cookie'), `${name}=${value}`].filter(Boolean).join('; '));
  }
  const init = { method, headers: sent, redirect: 'manual' as const };
  const response = await fetch(to, { ...init, ...(body.length === 0 ? {} : { body }) });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  return { status: response.status, headers: response.headers, body: bytes, text };
}

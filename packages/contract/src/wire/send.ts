// Sends a case through the client and keeps both sides of the wire: the request as it left, the answer as it arrived.
import type { Request as CaseRequest } from '../derive/case.ts';
import { createUntypedClient } from './untyped-client.ts';

/** No secret, and no service knows it: the suite only ever talks to a mock on this machine. */
export const API_KEY = 'contract-suite-key';

interface Wire {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
}

interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export interface Exchange extends Answer {
  wire: Wire;
  /** What the client made of it. */
  result: { data?: unknown; error?: unknown };
}

export type Send = (request: CaseRequest, keyHeader: string | undefined) => Promise<Exchange>;

export function createSend(baseUrl: string): Send {
  return async (request, keyHeader) => {
    const seen: { wire?: Wire; answer?: Answer } = {};
    // The client always sends its key; leaving it out is the suite's doing, after the client's.
    const leftOut = request.key === 'left out' ? keyHeader : undefined;
    const observe: typeof fetch = async (input, init) => {
      const outgoing = new Request(input, init);
      const headers = new Headers(outgoing.headers);
      seen.wire = {
        method: outgoing.method,
        url: new URL(outgoing.url),
        headers,
        body: await outgoing.text(),
      };
      seen.answer = await transmit(seen.wire, leftOut);
      const { status, text } = seen.answer;
      return new Response(text === '' ? null : text, { status, headers: seen.answer.headers });
    };
    const client = createUntypedClient(baseUrl, API_KEY, observe);
    const result = await client.request(request.method, request.path, initOf(request));
    const { wire, answer } = seen;
    if (!wire || !answer) throw new Error('the client did not use the fetch it was given');
    return { wire, ...answer, result };
  };
}

async function transmit({ method, url, headers, body }: Wire, leftOut: string | undefined): Promise<Answer> {
  const sent = new Headers(headers);
  if (leftOut !== undefined) sent.delete(leftOut);
  const response = await fetch(url, { method, headers: sent, ...(body === '' ? {} : { body }) });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function initOf({ parameters, body, prefer, contentType }: CaseRequest) {
  return {
    params: parameters,
    ...(body === undefined ? {} : { body }),
    headers: {
      ...(prefer === undefined ? {} : { Prefer: prefer }),
      ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
    },
  };
}

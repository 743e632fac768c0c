// Sends a case through the client and keeps both sides of the wire: the request as it left, the answer as it arrived.
import type { Request as CaseRequest } from './derive/cases.ts';
import { createUntypedClient } from './untyped-client.ts';

/** No secret, and no service knows it: the suite only ever talks to a mock on this machine. */
export const API_KEY = 'contract-suite-key';

interface Wire {
  method: string;
  url: URL;
  headers: Headers;
  body: string;
}

export interface Exchange {
  wire: Wire;
  status: number;
  headers: Headers;
  text: string;
  /** What the client made of it. */
  result: { data?: unknown; error?: unknown };
}

export type Send = (request: CaseRequest, keyHeader: string | undefined) => Promise<Exchange>;

export function createSend(baseUrl: string): Send {
  return async (request, keyHeader) => {
    let wire: Wire | undefined;
    let answer: { status: number; headers: Headers; text: string } | undefined;
    const observe: typeof fetch = async (input, init) => {
      const outgoing = new Request(input, init);
      const body = await outgoing.text();
      wire = {
        method: outgoing.method,
        url: new URL(outgoing.url),
        headers: new Headers(outgoing.headers),
        body,
      };
      // The client always sends its key; leaving it out is the suite's doing, after the client's.
      if (request.key === 'left out' && keyHeader !== undefined) outgoing.headers.delete(keyHeader);
      const response = await fetch(outgoing.url, {
        method: outgoing.method,
        headers: outgoing.headers,
        ...(body === '' ? {} : { body }),
      });
      const text = await response.text();
      answer = { status: response.status, headers: response.headers, text };
      return new Response(text === '' ? null : text, { status: response.status, headers: response.headers });
    };
    const client = createUntypedClient(baseUrl, API_KEY, observe);
    const result = await client.request(request.method, request.path, {
      params: request.parameters,
      ...(request.body === undefined ? {} : { body: request.body }),
      headers: {
        ...(request.prefer === undefined ? {} : { Prefer: request.prefer }),
        ...(request.contentType === undefined ? {} : { 'Content-Type': request.contentType }),
      },
    });
    if (!wire || !answer) throw new Error('the client did not use the fetch it was given');
    return { wire, ...answer, result };
  };
}

// Requests and answers that can be read twice: to be sent again, and by middleware after us.
import type { Answered } from './answer.ts';

/** The body to be sent, read once so that it can be sent again; as bytes, because it may be a form. */
export async function bodyOf(request: Request): Promise<ArrayBuffer | undefined> {
  const body = await request.arrayBuffer();
  return body.byteLength ? body : undefined;
}

/** The answer that middleware sees: the one that has been read, to be read again. */
export function asResponse({ response, body }: Answered): Response {
  const { headers, status, statusText } = response;
  // The constructor takes less than a server may send.
  const text = /^[\t -~]*$/.test(statusText) ? statusText : '';
  const init = { headers, statusText: text, status: status > 199 && status < 600 ? status : 502 };
  return Object.defineProperty(new Response((body as BodyInit) || null, init), 'url', {
    value: response.url,
  });
}

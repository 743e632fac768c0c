// A request as cURL, for --dry-run: what the client would send, word for word, with the key as the environment variable that has it.
import { clientWithKey } from '../api-client.ts';
import { API_KEY_VARIABLE } from '../generated/operations.ts';
import type { Terminal } from '../terminal.ts';
import { callOf } from './call.ts';
import type { Operation } from './operation.ts';
import type { OperationRequest } from './request.ts';

/** Stands for the key. */
const PLACEHOLDER = 'the-key-goes-here';

/** @throws {ExploriumError} what the client refuses to send. */
export async function curlOf(
  operation: Operation,
  request: OperationRequest,
  terminal: Terminal,
): Promise<string> {
  let sent: { url: string; init: RequestInit } | undefined;
  const fetch = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    sent = { url: String(url), init: init ?? {} };
    throw new Error('not sent');
  };
  const client = clientWithKey(PLACEHOLDER, terminal, { fetch });
  await callOf(client, operation, { ...request, retry: false }).catch((error) => {
    if (sent === undefined) throw error;
  });
  const { url, init } = sent as unknown as { url: string; init: RequestInit };
  const headers = [...new Headers(init.headers)].map(([name, value]) => `-H ${header(name, value)}`);
  return [
    `curl -X ${init.method ?? 'GET'} ${quoted(url)}`,
    ...headers,
    ...(await bodyArguments(init.body)),
  ].join(' \\\n  ');
}

function header(name: string, value: string): string {
  return value === PLACEHOLDER ? `"${name}: $${API_KEY_VARIABLE}"` : quoted(`${name}: ${value}`);
}

async function bodyArguments(body: RequestInit['body']): Promise<string[]> {
  if (body === null || body === undefined) return [];
  if (body instanceof FormData) {
    return [...body].map(([name, value]) => {
      const isFile = typeof value !== 'string';
      return isFile
        ? `-F ${quoted(`${name}=@${value.name}`)}`
        : `--form-string ${quoted(`${name}=${value}`)}`;
    });
  }
  if (typeof body === 'string' || body instanceof URLSearchParams)
    return [`--data-raw ${quoted(String(body))}`];
  const bytes = await new Response(body).arrayBuffer();
  return [`--data-binary @- # ${bytes.byteLength} bytes on standard input`];
}

/** For a POSIX shell, in which nothing between single quotes means anything. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

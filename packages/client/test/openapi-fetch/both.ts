// One program, run with openapi-fetch and with this client: what is sent and what the program gets.
import createOpenApiFetch from 'openapi-fetch';
import { createClient } from '../../src/index.ts';
import { KEY } from '../support/call.ts';

// biome-ignore lint/suspicious/noExplicitAny: the paths are of no document, and the programs those of JavaScript.
export type AnyClient = any;

/** What a program may be given. */
export interface Program {
  /** Options of the client. */
  options?: object;
  /** What the server answers. Default: 200, `{"id":1}`. */
  answer?: (request: Request) => Response | Promise<Response>;
  run(client: AnyClient): unknown;
}

/** All that can be told from outside. */
export interface Seen {
  requests: object[];
  outcome: unknown;
}

const BASE = 'https://api.example/v1';

export const withOpenApiFetch = (program: Program): Promise<Seen> =>
  observe(program, (options) => createOpenApiFetch(options));

export const withThisClient = (program: Program): Promise<Seen> =>
  observe(program, (options) => createClient({ apiKey: KEY, retry: false, ...options }));

async function observe(
  { options = {}, answer, run }: Program,
  create: (options: { baseUrl: string; fetch: (request: Request) => Promise<Response> }) => AnyClient,
): Promise<Seen> {
  const requests: object[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(await described(request.clone()));
    return answer ? answer(request) : Response.json({ id: 1 });
  };
  const client = create({ baseUrl: BASE, fetch, ...options });
  try {
    return { requests, outcome: await resultOf(await run(client)) };
  } catch (error) {
    return { requests, outcome: `throws ${error instanceof Error ? error.message : error}` };
  }
}

/** Without the key, which is this client's alone. */
async function described(request: Request): Promise<object> {
  const { method, url, cache, credentials, mode, integrity } = request;
  const headers = Object.fromEntries([...request.headers].filter(([name]) => name !== 'api_key'));
  const type = headers['content-type'];
  // The boundary is another each time.
  if (type?.startsWith('multipart/')) {
    const fields = [...(await request.formData())].map(([name, value]) => [name, String(value)]);
    return { method, url, fields };
  }
  return { method, url, headers, body: await request.text(), cache, credentials, mode, integrity };
}

/** Without what this client adds to a result. */
async function resultOf(value: unknown): Promise<unknown> {
  if (!(Object(value) === value && 'response' in (value as object))) return value;
  const { data, error, response } = value as { data?: unknown; error?: unknown; response: Response };
  const shown =
    data instanceof Blob || data instanceof ReadableStream ? new Response(data as BodyInit) : undefined;
  const kind = Object.prototype.toString.call(data);
  const content = shown ? await shown.text() : data instanceof ArrayBuffer ? [...new Uint8Array(data)] : data;
  const headers = [...response.headers];
  return {
    data: content,
    kind,
    error,
    status: response.status,
    headers,
    isResponse: response instanceof Response,
  };
}

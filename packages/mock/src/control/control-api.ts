// `/__mock/`: what a test asks of the mock and tells it, over HTTP, for whoever is not in its process.
import { createHash, timingSafeEqual } from 'node:crypto';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { MockError } from '../errors.ts';
import { type Address, foreignness, foreignOrigin } from '../http/callers.ts';
import { type HttpAnswer, inJson, refuse } from '../http/http-answer.ts';
import type { IncomingRequest } from '../http/request.ts';
import { isObject } from '../json.ts';
import type { RecordedRequest } from './recorded-request.ts';

const ROOT = '/__mock';

/** What of the mock is controlled. */
export interface Controlled {
  document: object;
  readonly requests: RecordedRequest[];
  tell(operation: string, answer: unknown): void;
  reset(): void;
}

export interface ControlOptions {
  address: Address;
  token?: string | undefined;
}

interface Endpoint {
  method: 'GET' | 'POST';
  answer(mock: Controlled, body: unknown): HttpAnswer;
}

const DONE: HttpAnswer = { status: 204, headers: {} };

const ENDPOINTS: Record<string, Endpoint> = {
  [`${ROOT}/health`]: {
    method: 'GET',
    answer: ({ document }) => inJson(200, { status: 'ok', document }),
  },
  [`${ROOT}/requests`]: { method: 'GET', answer: ({ requests }) => inJson(200, { requests }) },
  [`${ROOT}/answers`]: {
    method: 'POST',
    answer(mock, body) {
      for (const one of [body].flat()) {
        const { operation, ...told } = isObject(one) ? one : {};
        if (typeof operation !== 'string')
          throw new MockError('An answer needs an operation, such as "GET /v1/things"');
        mock.tell(operation, told);
      }
      return DONE;
    },
  },
  [`${ROOT}/reset`]: {
    method: 'POST',
    answer(mock) {
      mock.reset();
      return DONE;
    },
  },
};

export function isControl(url: string): boolean {
  return url === ROOT || url.startsWith(`${ROOT}/`) || url.startsWith(`${ROOT}?`);
}

export function control(incoming: IncomingRequest, mock: Controlled, options: ControlOptions): HttpAnswer {
  const refusal = refuseCaller(incoming, options);
  if (refusal) return refusal;
  const [path = ''] = incoming.url.split('?');
  const endpoint = Object.hasOwn(ENDPOINTS, path) ? ENDPOINTS[path] : undefined;
  if (!endpoint) return refuse(404, `There is ${Object.keys(ENDPOINTS).join(', ')}, but no ${path}`);
  const { method } = endpoint;
  if (incoming.method !== method) {
    const refused = refuse(405, `${path} wants ${method}`);
    return { ...refused, headers: { ...refused.headers, allow: method } };
  }
  // A page from elsewhere can send a form or text without asking first, but no JSON.
  if (method === 'POST' && !isJsonMediaType(incoming.headers['content-type'] ?? '')) {
    return refuse(415, `${path} wants the content type application/json`);
  }
  return answerWith(endpoint, incoming, mock);
}

function answerWith(endpoint: Endpoint, { body }: IncomingRequest, mock: Controlled): HttpAnswer {
  let value: unknown;
  try {
    if (body.length > 0) value = JSON.parse(body.toString('utf8'));
  } catch (error) {
    return refuse(400, `The request body is not valid JSON: ${(error as Error).message}`);
  }
  try {
    return endpoint.answer(mock, value);
  } catch (error) {
    if (error instanceof MockError) return refuse(422, error.message);
    throw error;
  }
}

/** Whoever controls the mock is on its machine, or has its token; a page from elsewhere never does. */
function refuseCaller(
  { headers }: IncomingRequest,
  { address, token }: ControlOptions,
): HttpAnswer | undefined {
  if (!address.isLoopback && token === undefined) {
    return refuse(404, `${ROOT}/ is there on a loopback address only, or with --control-token`);
  }
  const foreign = token === undefined ? foreignness(headers, address) : foreignOrigin(headers);
  if (foreign !== undefined) return refuse(403, `${ROOT}/ is for this machine, and this is ${foreign}`);
  if (token === undefined || isSame(headers.authorization ?? '', `Bearer ${token}`)) return undefined;
  const refused = refuse(401, `${ROOT}/ wants Authorization: Bearer with the control token`);
  return { ...refused, headers: { ...refused.headers, 'www-authenticate': 'Bearer' } };
}

/** In the same time whatever is wrong with it. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

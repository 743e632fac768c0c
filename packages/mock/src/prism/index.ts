// Prism as a library: which operation a request is for, whether it is valid, and what the document says to answer.
import { createLogger } from '@stoplight/prism-core';
import {
  createInstance,
  getHttpOperationsFromSpec,
  type IHttpRequest,
  type IHttpResponse,
  ProblemJsonError,
} from '@stoplight/prism-http';
import type { JsonObject, LoadedDocument } from '../document.ts';
import { MockError } from '../errors.ts';
import type { UntruthfulOperation } from './non-conforming.ts';
import { mend } from './repair.ts';

export type PrismRequest = IHttpRequest;

/** What a caller asks for by `Prefer`. */
export interface Preferences {
  code?: number;
  exampleKey?: string;
  dynamic?: boolean;
  seed?: string;
}

export interface Violation {
  /** Such as `['body', 'prospect_ids', '0']`; absent when it is about the body or the key as a whole. */
  path?: string[];
  /** The violated JSON Schema keyword, or a status. */
  code?: string | number;
  message: string;
  /** 0 is an error, 1 a warning. */
  severity: number;
}

export interface PrismAnswer {
  output: IHttpResponse;
  /** What is wrong with the request. */
  input: Violation[];
  /** What is wrong with the answer; empty unless nothing that satisfies its schema could be made up. */
  response: Violation[];
}

/** Prism's own refusal, for which the document declares no answer: no such route, no such status. */
export interface PrismProblem {
  status: number;
  detail: string;
}

export interface Prism {
  operationIds: string[];
  answer(request: PrismRequest, preferences: Preferences): Promise<PrismAnswer | PrismProblem>;
  /** The answer that the document declares for a status, whatever the request is worth. */
  declared(request: PrismRequest, code: number): Promise<IHttpResponse | undefined>;
  /** Of the operation that Prism chooses for a request that it has answered. */
  operationIdOf(request: PrismRequest): Promise<string>;
  /** Operations whose answer to a valid request violates its own schema. */
  untruthful(): Promise<UntruthfulOperation[]>;
}

const CONFIG = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
} as const;

const UNCHECKED = { checkSecurity: false, validateRequest: false };

/** Mended answers kept; more than any document has operations. */
const REMEMBERED = 200;

const REUSED = 4;
const reused = new Map<string, Promise<Prism>>();

/**
 * Prism never forgets a schema that it compiled (megabytes for a large document), and it has no state, so mocks
 * of the same document share one.
 */
export function prismOf({ document, sha256 }: LoadedDocument, name: string): Promise<Prism> {
  const prism = reused.get(sha256) ?? createPrism(document, name);
  reused.delete(sha256);
  reused.set(sha256, prism);
  prism.catch(() => reused.delete(sha256));
  const [oldest] = reused.keys();
  if (reused.size > REUSED && oldest !== undefined) reused.delete(oldest);
  return prism;
}

async function createPrism(document: JsonObject, name: string): Promise<Prism> {
  const operations = await readOperations(document, name);
  const logger = createLogger('mock', { level: 'silent' });
  const instance = createInstance({ ...CONFIG, mock: { dynamic: false } }, { logger });

  const ask = async (
    request: PrismRequest,
    { dynamic = false, ...preferences }: Preferences,
    config = {},
  ): Promise<PrismAnswer | PrismProblem> => {
    // Prism writes into the configuration that it is given, so each request gets its own.
    const mock = { dynamic, ...preferences };
    const result = await instance.request(request, operations, { ...CONFIG, ...config, mock })();
    if (result._tag === 'Left') return ProblemJsonError.toProblemJson(result.left);
    const { output, validations } = result.right;
    return { output, input: validations.input, response: validations.output };
  };

  /** Lets Prism choose the operation and judge an answer of ours. */
  const judge = async (request: PrismRequest, output: IHttpResponse) => {
    let operationId = '';
    const mock: Parameters<typeof createInstance>[1]['mock'] = ({ resource }) => {
      operationId = resource.iid ?? '';
      return () => ({ _tag: 'Right', right: output });
    };
    const instance = createInstance({ ...CONFIG, mock: { dynamic: false } }, { logger, mock });
    const result = await instance.request(request, operations)();
    return { operationId, isValid: result._tag === 'Right' && result.right.validations.output.length === 0 };
  };

  const mended = new Map<string, IHttpResponse | undefined>();
  const answer = async (
    request: PrismRequest,
    preferences: Preferences,
    config = {},
  ): Promise<PrismAnswer | PrismProblem> => {
    const first = await ask(request, preferences, config);
    if (isProblem(first) ? first.status !== 500 : first.response.length === 0) return first;
    if (isProblem(first) && preferences.exampleKey !== undefined) {
      const detail = `The document has no example ${preferences.exampleKey} for this answer.`;
      return { status: 404, detail };
    }
    const { status, input } = isProblem(first)
      ? { status: first.status, input: [] }
      : { status: first.output.statusCode, input: first.input };
    const key = JSON.stringify([
      request.method,
      request.url.path,
      request.headers?.accept,
      preferences,
      status,
    ]);
    if (!mended.has(key)) {
      if (mended.size >= REMEMBERED) mended.clear();
      const again = (preferences: Preferences) => ask(request, preferences, config);
      const isValid = async (output: IHttpResponse) => (await judge(request, output)).isValid;
      mended.set(key, await mend(first, preferences, again, isValid));
    }
    const output = mended.get(key);
    return output ? { output, input, response: [] } : first;
  };

  return {
    operationIds: operations.map(({ iid }) => iid ?? ''),
    answer: (request, preferences) => answer(request, preferences),
    async declared(request, code) {
      const result = await ask(request, { code }, UNCHECKED);
      return isProblem(result) || result.output.statusCode !== code ? undefined : result.output;
    },
    async operationIdOf(request) {
      return (await judge(request, { statusCode: 200 })).operationId;
    },
    async untruthful() {
      const found: UntruthfulOperation[] = [];
      for (const { method, path } of operations) {
        const request = { method: method as PrismRequest['method'], url: { path } };
        const result = await answer(request, {}, UNCHECKED);
        const reasons = isProblem(result) ? [result.detail] : result.response.map(({ message }) => message);
        if (reasons.length === 0) continue;
        found.push({ operation: `${method.toUpperCase()} ${path}`, reason: reasons.join('; ') });
      }
      return found;
    },
  };
}

export function isProblem(answer: PrismAnswer | PrismProblem): answer is PrismProblem {
  return 'detail' in answer;
}

async function readOperations(
  document: JsonObject,
  name: string,
): ReturnType<typeof getHttpOperationsFromSpec> {
  // 3.1 means JSON Schema 2020-12; unless told, Prism validates as draft-07.
  const dialect =
    String(document.openapi).startsWith('3.1.') && document.jsonSchemaDialect === undefined
      ? { jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema' }
      : {};
  try {
    return await getHttpOperationsFromSpec({ ...document, ...dialect });
  } catch (error) {
    throw new MockError(`${name}: Prism can't read the document: ${(error as Error).message.split('\n')[0]}`);
  }
}

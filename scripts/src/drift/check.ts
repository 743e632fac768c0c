// Checks one example of a page against the page's operation, and says every way in which the two contradict each other.
import type { Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { SchemaValidator } from '@agentsource/openapi/schema-validator';
import { type CurlCall, curlCalls } from './curl.ts';
import type { PageExample } from './examples.ts';
import type { PageOperation } from './operation.ts';

export interface Contradiction {
  direction: 'request' | 'response';
  problem: string;
}

export function checkExample(
  example: PageExample,
  operation: PageOperation,
  validator: SchemaValidator,
): Contradiction[] {
  if (example.kind === 'curl') {
    return curlCalls(example.text)
      .flatMap((call) => callProblems(call, operation, validator))
      .map((problem) => ({ direction: 'request', problem }));
  }
  const request = () => bodyProblems(example.text, operation.request, 'request', validator);
  const response = () =>
    bodyProblems(example.text, responseSchemas(example, operation), 'response', validator);
  if (example.direction === 'request') return tagged('request', request());
  if (example.direction === 'response') return tagged('response', response());
  // Nothing says which it is: it has to be either, and what it is closer to is what it meant to be.
  const [asRequest, asResponse] = [request(), response()];
  return asRequest.length < asResponse.length ? tagged('request', asRequest) : tagged('response', asResponse);
}

function tagged(direction: Contradiction['direction'], problems: string[]): Contradiction[] {
  return problems.map((problem) => ({ direction, problem }));
}

function responseSchemas({ status }: PageExample, { responses }: PageOperation): string[] {
  const wanted = (code: string) => {
    if (typeof status === 'number') return code === String(status);
    return code.startsWith('2') !== (status === 'error');
  };
  return [...responses].flatMap(([code, schemas]) => (wanted(code) ? schemas : []));
}

function callProblems(call: CurlCall, operation: PageOperation, validator: SchemaValidator): string[] {
  const { headers, body } = call;
  const problems = [...targetProblems(call, operation)];
  if (operation.keyHeaders.length > 0 && !operation.keyHeaders.some((name) => headers.has(name))) {
    problems.push(`the API key's header (${operation.keyHeaders.join(' or ')}) is not sent`);
  }
  if (body !== undefined && !isJsonMediaType(headers.get('content-type') ?? '')) {
    problems.push('a body is sent, but not as JSON (Content-Type)');
  }
  return [
    ...problems,
    ...(body === undefined ? [] : bodyProblems(body, operation.request, 'request', validator)),
  ];
}

function targetProblems({ method, url }: CurlCall, operation: PageOperation): string[] {
  const server = operation.servers.find((base) => url.startsWith(base));
  if (server === undefined) return [`the URL ${url} is on none of the document's servers`];
  const [path = '', query = ''] = url.slice(server.replace(/\/$/, '').length).split('?');
  const isTheOperation = method === operation.method && matchesTemplate(path, operation.path);
  if (!isTheOperation) return [`calls ${method} ${path}, but the page is of ${operation.name}`];
  return [...new URLSearchParams(query).keys()]
    .filter((name) => !operation.queryParameters.includes(name))
    .map((name) => `the document has no query parameter "${name}"`);
}

function matchesTemplate(path: string, template: string): boolean {
  const [ours, theirs] = [path.split('/'), template.split('/')];
  return (
    ours.length === theirs.length &&
    theirs.every((part, index) => /^\{.+\}$/.test(part) || part === ours[index])
  );
}

function bodyProblems(
  text: string,
  schemas: readonly string[],
  direction: Contradiction['direction'],
  validator: SchemaValidator,
): string[] {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return ['is not JSON'];
  }
  if (schemas.length === 0) return [`the document has no JSON ${direction} body here`];
  const [closest = []] = schemas
    .map((schema) =>
      validator.violations(schema, value).map(({ pointer, message }) => `${pointer || '/'} ${message}`),
    )
    .sort((a, b) => a.length - b.length);
  return closest;
}

// Whether the request left as the case says: method, path, parameters, key, content type and body on the wire.
import { isDeepStrictEqual } from 'node:util';
import type { Case, Request } from '../derive/case.ts';
import { API_KEY, type Exchange } from '../wire/send.ts';
import { parse } from './text.ts';

interface Comparison {
  what: string;
  seen: unknown;
  expected: unknown;
}

export function wireProblems({ operation, request }: Case, { wire }: Exchange): string[] {
  const header = (name: string, expected: string): Comparison => ({
    what: `header ${name}`,
    seen: wire.headers.get(name),
    expected,
  });
  const parameters = Object.entries(request.parameters.header);
  const comparisons: Comparison[] = [
    { what: 'the method', seen: wire.method, expected: request.method.toUpperCase() },
    {
      what: 'the path',
      seen: decodeURIComponent(wire.url.pathname),
      expected: decodeURIComponent(pathOf(request)),
    },
    { what: 'the query', seen: [...wire.url.searchParams].sort(), expected: queryOf(request).sort() },
    ...parameters.map(([name, value]) => header(name, String(value))),
    ...(operation.keyHeader === undefined ? [] : [header(operation.keyHeader, API_KEY)]),
    ...bodyComparisons(request, wire),
  ];
  return comparisons
    .filter(({ seen, expected }) => !isDeepStrictEqual(seen, expected))
    .map(
      ({ what, seen, expected }) =>
        `on the wire, ${what} is ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`,
    );
}

function pathOf({ path, parameters }: Request): string {
  return path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters.path[name])),
  );
}

function queryOf({ parameters }: Request): [name: string, value: string][] {
  return Object.entries(parameters.query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each): [string, string] => [name, String(each)]),
  );
}

function bodyComparisons(
  { body, contentType = 'application/json' }: Request,
  wire: Exchange['wire'],
): Comparison[] {
  if (body === undefined) return [{ what: 'the body', seen: wire.body, expected: '' }];
  const seen = wire.headers.get('content-type')?.split(';')[0];
  return [
    { what: 'the content type', seen, expected: contentType },
    { what: 'the body', seen: parse(wire.body), expected: body },
  ];
}

// Whether the request left as the case says: method, path, parameters, key, content type and body on the wire.
import { isDeepStrictEqual } from 'node:util';
import { API_KEY } from '../api-key.ts';
import type { Case } from '../derive/case.ts';
import { essenceOf, formatOf } from '../operation/media-type.ts';
import { readBody } from '../wire/body.ts';
import type { Exchange } from '../wire/send.ts';

interface Comparison {
  what: string;
  seen: unknown;
  expected: unknown;
}

export async function wireProblems({ operation, request }: Case, exchange: Exchange): Promise<string[]> {
  const { wire, written } = exchange;
  const { keyHeader } = operation.security;
  const headers = { ...written.headers, ...(keyHeader === undefined ? {} : { [keyHeader]: API_KEY }) };
  const comparisons: Comparison[] = [
    { what: 'the method', seen: wire.method, expected: request.method.toUpperCase() },
    {
      what: 'the path',
      seen: decodeURIComponent(wire.url.pathname),
      expected: decodeURIComponent(written.path),
    },
    {
      what: 'the query',
      seen: [...wire.url.searchParams].sort(),
      expected: [...new URLSearchParams(written.query)].sort(),
    },
    ...Object.entries(headers).map(
      ([name, expected]): Comparison => ({ what: `header ${name}`, seen: wire.headers.get(name), expected }),
    ),
    ...(await bodyComparisons(exchange)),
  ];
  return comparisons
    .filter(({ seen, expected }) => !isDeepStrictEqual(seen, expected))
    .map(
      ({ what, seen, expected }) =>
        `on the wire, ${what} is ${JSON.stringify(seen)}, not ${JSON.stringify(expected)}`,
    );
}

async function bodyComparisons({ wire, written: { body } }: Exchange): Promise<Comparison[]> {
  if (body === undefined)
    return [{ what: 'the body', seen: new TextDecoder().decode(wire.body), expected: '' }];
  const expected = new Request('http://body.invalid', { method: 'POST', body: body.content });
  const type = body.contentType ?? 'multipart/form-data';
  const seenType = wire.headers.get('content-type');
  // What is only called by another name is still what it was.
  const format = body.content instanceof FormData ? 'multipart' : formatOf(type);
  return [
    { what: 'the content type', seen: essenceOf(seenType ?? ''), expected: essenceOf(type) },
    {
      what: 'the body',
      seen: await readBody(wire.body, seenType, format),
      expected: await readBody(
        new Uint8Array(await expected.arrayBuffer()),
        expected.headers.get('content-type'),
        format,
      ),
    },
  ];
}

// Cases about the body, in each of its media types: the valid one, each variation of it, none, and one of another media type.
import { isDeepStrictEqual } from 'node:util';
import { keysOf } from '@agentsource/openapi/pointer';
import { formatOf, includes } from '../../operation/media-type.ts';
import type { Basis, Body } from '../basis.ts';
import type { OperationCase, Request } from '../case.ts';
import { answered, INVALID, refused, UNSUPPORTED_MEDIA_TYPE } from '../expectation.ts';

export function exampleCases({ operation, bodies, valid, success }: Basis): OperationCase[] {
  const expect = answered(operation, success);
  const named = (name: string, request: Request): OperationCase => ({
    kind: 'example',
    name,
    request,
    expect,
  });
  const [first, ...others] = bodies;
  return [
    named('the valid example', valid),
    ...furtherExamples(first).map(({ name, value }) => named(name, { ...valid, body: value })),
    ...others.flatMap(({ content, constraints }) => {
      const request = { ...valid, content, body: constraints.base };
      return named(`the valid ${content.mediaType}`, request);
    }),
  ];
}

function furtherExamples(body: Body | undefined) {
  const { base } = body?.constraints ?? {};
  return (body?.content.examples ?? []).filter(({ value }) => !isDeepStrictEqual(value, base));
}

export function bodyCases(basis: Basis): OperationCase[] {
  return [
    ...basis.bodies.flatMap((body, index) => variantCases(basis, body, index === 0)),
    ...noBodyCases(basis),
    ...contentTypeCases(basis),
  ];
}

function variantCases(
  { operation, valid, success }: Basis,
  { content, constraints }: Body,
  isFirst: boolean,
): OperationCase[] {
  const start = isFirst ? '' : `${content.mediaType} `;
  return constraints.variants.map((variant) => ({
    kind: variant.side,
    name: `${start}${variant.at || 'the body'} ${variant.keyword}: ${variant.what}`,
    request: { ...valid, content, body: variant.value },
    expect:
      variant.side === 'accepted'
        ? answered(operation, success)
        : refused(INVALID, ['body', ...keysOf(variant.at)]),
    // Types are those of the JSON.
    ...(formatOf(content.mediaType) === 'json' && { variant }),
  }));
}

function noBodyCases({ operation, valid, success }: Basis): OperationCase[] {
  if (!operation.body) return [];
  const expect = operation.body.required ? refused(INVALID) : answered(operation, success);
  return [{ kind: 'no body', name: 'no body', request: { ...valid, body: undefined }, expect }];
}

/** Types that are declared nowhere are tried in turn. */
const OTHERS = [
  'text/plain',
  'application/json',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
];

function contentTypeCases({ operation, valid }: Basis): OperationCase[] {
  const expect = refused(UNSUPPORTED_MEDIA_TYPE);
  if (operation.method === 'get' || operation.method === 'head') return [];
  if (operation.body) {
    const { contents } = operation.body;
    const other = OTHERS.find((type) => !contents.some(({ mediaType }) => includes(mediaType, type)));
    if (other === undefined || contents.length === 0) return [];
    const isJson = valid.content === undefined || formatOf(valid.content.mediaType) === 'json';
    const body = isJson && valid.body !== undefined ? valid.body : {};
    const request = { ...valid, body, content: undefined, contentType: other };
    return [{ kind: 'content type', name: other, request, expect }];
  }
  const request = { ...valid, body: {} };
  return [{ kind: 'content type', name: 'a body where none is declared', request, expect }];
}

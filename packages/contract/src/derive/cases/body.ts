// Cases about the body: the valid one, each variation of it, none, and one of another media type.
import { keysOf } from '@agentsource/openapi/pointer';
import type { Basis } from '../basis.ts';
import type { OperationCase } from '../case.ts';
import { answered, INVALID, refused, UNSUPPORTED_MEDIA_TYPE } from '../expectation.ts';

export function exampleCases({ operation, bodyContent, valid, success }: Basis): OperationCase[] {
  const expect = answered(operation, success);
  const others = bodyContent?.examples.slice(1) ?? [];
  return [
    { kind: 'example', name: 'the valid example', request: valid, expect },
    ...others.map(
      ({ name, value }): OperationCase => ({
        kind: 'example',
        name,
        request: { ...valid, body: value },
        expect,
      }),
    ),
  ];
}

export function bodyCases(basis: Basis): OperationCase[] {
  return [...variantCases(basis), ...noBodyCases(basis), ...contentTypeCases(basis)];
}

function variantCases({ operation, body, valid, success }: Basis): OperationCase[] {
  return (body?.variants ?? []).map((variant) => ({
    kind: variant.side,
    name: `${variant.at || 'the body'} ${variant.keyword}: ${variant.what}`,
    request: { ...valid, body: variant.value },
    expect:
      variant.side === 'accepted'
        ? answered(operation, success)
        : refused(INVALID, ['body', ...keysOf(variant.at)]),
    variant,
  }));
}

function noBodyCases({ operation, valid, success }: Basis): OperationCase[] {
  if (!operation.body) return [];
  const expect = operation.body.required ? refused(INVALID) : answered(operation, success);
  return [{ kind: 'no body', name: 'no body', request: { ...valid, body: undefined }, expect }];
}

function contentTypeCases({ operation, bodyContent, valid }: Basis): OperationCase[] {
  const expect = refused(UNSUPPORTED_MEDIA_TYPE);
  if (bodyContent) {
    const request = { ...valid, contentType: 'text/plain' };
    return [{ kind: 'content type', name: 'text/plain', request, expect }];
  }
  if (operation.method === 'get' || operation.method === 'head') return [];
  const request = { ...valid, body: {} };
  return [{ kind: 'content type', name: 'a body where none is declared', request, expect }];
}

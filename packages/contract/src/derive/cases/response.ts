// Cases about the responses: each declared status, each of its media types and examples, and answers generated from its schema.
import { type Content, isReadable } from '../../operation/contents.ts';
import { isRange } from '../../operation/media-type.ts';
import { type DeclaredResponse, isNamed, isWithoutBody } from '../../operation/responses.ts';
import type { Basis } from '../basis.ts';
import type { Answered, OperationCase } from '../case.ts';
import { answered } from '../expectation.ts';

/** Enough for each of two alternatives to show in some answer. */
const SEEDS = ['a', 'b', 'c', 'd', 'e', 'f'];

export function responseCases(basis: Basis): OperationCase[] {
  return basis.operation.responses.flatMap((response) => {
    const contents = answerable(basis, response);
    return [
      plainCase(basis, response),
      ...contents.flatMap((content) => [
        ...mediaTypeCases(basis, response, content),
        ...exampleCases(basis, response, content),
        ...generatedCases(basis, response, content),
      ]),
    ];
  });
}

/** What there is to see of a response's body. */
function answerable({ operation }: Basis, { status, contents }: DeclaredResponse): Content[] {
  if (operation.method === 'head' || isWithoutBody(status)) return [];
  return contents.filter(isReadable);
}

function plainCase({ operation, valid }: Basis, { key, status }: DeclaredResponse): OperationCase {
  const request = { ...valid, prefer: `code=${status}` };
  return { kind: 'status', name: key, request, expect: answered(operation, status) };
}

/** Of several, each one asked for; a single one always comes. */
function mediaTypeCases(basis: Basis, response: DeclaredResponse, content: Content): OperationCase[] {
  if (response.contents.length === 1 || isRange(content.mediaType)) return [];
  return [
    { kind: 'status', name: `${response.key} ${content.mediaType}`, ...asking(basis, response, content) },
  ];
}

function exampleCases(basis: Basis, response: DeclaredResponse, content: Content): OperationCase[] {
  if (isRange(content.mediaType) && response.contents.length > 1) return [];
  const { request, expect } = asking(basis, response, content);
  const named = content.examples.filter(({ name }) => isNamed(name));
  return named.map(({ name, value }) => ({
    kind: 'status',
    name: `${response.key} ${name}`,
    request: { ...request, prefer: `code=${response.status}, example=${name}` },
    expect: { ...expect, example: value, isByName: true },
  }));
}

function generatedCases(basis: Basis, response: DeclaredResponse, content: Content): OperationCase[] {
  if (content.schema === undefined || (isRange(content.mediaType) && response.contents.length > 1)) return [];
  const { request, expect } = asking(basis, response, content);
  return SEEDS.map((seed) => ({
    kind: 'generated',
    name: `${response.key}${response.contents.length > 1 ? ` ${content.mediaType}` : ''}, seed ${seed}`,
    request: { ...request, prefer: `code=${response.status}, dynamic=true, seed=${seed}` },
    expect: { ...expect, example: undefined, isGenerated: true },
  }));
}

function asking({ operation, valid }: Basis, { status, contents }: DeclaredResponse, content: Content) {
  const isOne = contents.length === 1;
  const expect: Answered = {
    ...answered(operation, status),
    mediaType: isOne ? undefined : content.mediaType,
    example: content.examples[0]?.value,
  };
  const accept = isOne ? undefined : content.mediaType;
  return { request: { ...valid, prefer: `code=${status}`, accept }, expect };
}

// The types referee: both versions generated, then held against each other by the TypeScript compiler.

import { generateOpenApiTypes } from '@agentsource/codegen/openapi-types';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { NOWHERE, type TypesFinding } from '../finding.ts';
import type { OperationPair } from '../operations.ts';
import { createTypeComparer } from './compare-types.ts';
import { compareNames } from './names.ts';
import { compareOperationTypes, keysOf, type Session } from './operation.ts';
import { compile } from './program.ts';

export async function judgeTypes(
  before: OpenApiDocument,
  after: OpenApiDocument,
  operations: readonly OperationPair[],
): Promise<TypesFinding[]> {
  const versions = compile(await generate(before), await generate(after));
  const session: Session = {
    checker: versions.checker,
    compare: createTypeComparer(versions.checker),
  };
  const [old, now] = [keysOf(session, versions.before), keysOf(session, versions.after)];
  const findings = operations.flatMap((pair) => {
    const operationOf = (paths: typeof old, place: OperationPair['before']) =>
      place && keysOf(session, paths.get(place.path)?.type).get(place.method)?.type;
    const [was, is] = [operationOf(old, pair.before), operationOf(now, pair.after)];
    if (was && is) return compareOperationTypes(session, pair as Required<OperationPair>, was, is);
    return was || is ? [wholeOperation(pair)] : [];
  });
  return [...findings, ...compareNames(before, after, operations)];
}

async function generate(document: OpenApiDocument): Promise<string> {
  try {
    return await generateOpenApiTypes(document);
  } catch (error) {
    const { version } = document.info;
    throw new PipelineError(`no types can be generated from version ${version}: ${(error as Error).message}`);
  }
}

function wholeOperation({ name, before, after }: OperationPair): TypesFinding {
  return {
    operation: name,
    side: 'request',
    field: NOWHERE,
    severity: after ? 'feature' : 'breaking',
    kind: after ? 'types-name-gained' : 'types-name-lost',
    pointer: (after ?? before)?.pointer ?? '',
    words: after ? 'The operation is new.' : 'The operation is gone.',
  };
}

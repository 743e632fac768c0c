// The types comparator: both versions generated, then held against each other by the TypeScript compiler.

import { generateOpenApiTypes } from '@agentsource/codegen/openapi-types';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { NOWHERE } from '../field.ts';
import type { TypesFinding } from '../finding.ts';
import type { OperationPair, SharedOperation } from '../operations.ts';
import { createTypeComparator } from './compare-types.ts';
import { type Key, keysOf } from './keys.ts';
import { compareNames } from './names.ts';
import { compareOperationTypes } from './operation.ts';
import { compile } from './program.ts';

export async function compareTypes(
  before: OpenApiDocument,
  after: OpenApiDocument,
  operations: readonly OperationPair[],
): Promise<TypesFinding[]> {
  const versions = compile(await generate(before), await generate(after));
  const { checker } = versions;
  const compare = createTypeComparator(checker);
  const [old, now] = [keysOf(checker, versions.before), keysOf(checker, versions.after)];
  const operationOf = (paths: Map<string, Key>, place: OperationPair['before']) =>
    place && keysOf(checker, paths.get(place.path)?.type).get(place.method)?.type;
  const findings = operations.flatMap((pair) => {
    const [was, is] = [operationOf(old, pair.before), operationOf(now, pair.after)];
    if (was && is) {
      const operation = pair as SharedOperation;
      return compareOperationTypes({ checker, compare, operation }, was, is);
    }
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
    saw: after ? 'operation-added' : 'operation-removed',
    pointer: (after ?? before)?.pointer ?? '',
    words: after ? 'The operation is new.' : 'The operation is gone.',
  };
}

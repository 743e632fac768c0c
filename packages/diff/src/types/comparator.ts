// The types comparator: both versions generated, then held against each other by the TypeScript compiler.

import { generateOpenApiTypes } from '@agentsource/codegen/openapi-types';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { PipelineError } from '@agentsource/openapi/errors';
import { NOWHERE } from '../field.ts';
import type { TypesFinding } from '../finding.ts';
import type { OperationPair, SharedOperation } from '../operations.ts';
import type { Pairs } from '../pairs.ts';
import { compareClientNames } from './client-names.ts';
import { createTypeComparator } from './compare-types.ts';
import { type Key, keysOf } from './keys.ts';
import { compareNames } from './names.ts';
import { compareOperationTypes } from './operation.ts';
import { compile } from './program.ts';
import { typedDocument } from './typed-document.ts';

/** @param isSame Whether two operations say the same, word for word: of these no types are made. */
export function compareTypes(
  before: OpenApiDocument,
  after: OpenApiDocument,
  { operations, components, isSame }: Pairs & { isSame: (pair: SharedOperation) => boolean },
): TypesFinding[] {
  const changed = operations.filter((pair) => !isShared(pair) || !isSame(pair));
  const isRenamed = components.some((pair) => pair.before?.pointer !== pair.after?.pointer);
  if (changed.length === 0 && !isRenamed) return [];
  const versions = compile(
    generate(typedDocument(before, changed, 'before')),
    generate(typedDocument(after, changed, 'after')),
  );
  const { checker } = versions;
  const compare = createTypeComparator(checker);
  const [old, now] = [keysOf(checker, versions.before.paths), keysOf(checker, versions.after.paths)];
  const operationOf = (paths: Map<string, Key>, place: OperationPair['before']) =>
    place && keysOf(checker, paths.get(place.path)?.type).get(place.method)?.type;
  const findings = changed.flatMap((pair) => {
    const [was, is] = [operationOf(old, pair.before), operationOf(now, pair.after)];
    if (was && is && isShared(pair))
      return compareOperationTypes({ checker, compare, operation: pair }, was, is);
    return was || is ? [wholeOperation(pair)] : [];
  });
  return [
    ...findings,
    ...compareNames({ before, after, versions, operations: changed, components }),
    ...compareClientNames({ before, after, operations }),
  ];
}

function isShared(pair: OperationPair): pair is SharedOperation {
  return pair.before !== undefined && pair.after !== undefined;
}

function generate(document: OpenApiDocument): string {
  try {
    return generateOpenApiTypes(document);
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

// What the client exports under a name made from the document: functions of operations, values and guards of enums. Their operation or
// component says by itself that it is gone or called otherwise; here it is about a name that moves although that one stays.
import { enumsOf } from '@agentsource/codegen/enums';
import { functionsOf } from '@agentsource/codegen/operations';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { rootField } from '../field.ts';
import type { TypesFinding } from '../finding.ts';
import type { OperationPair } from '../operations.ts';

export interface ClientNames {
  before: OpenApiDocument;
  after: OpenApiDocument;
  /** All of them, also those that say what they said: what moves a name is another operation. */
  operations: readonly OperationPair[];
}

export function compareClientNames({ before, after, operations }: ClientNames): TypesFinding[] {
  return [...compareFunctions({ before, after, operations }), ...compareEnums(before, after)];
}

function compareFunctions({ before, after, operations }: ClientNames): TypesFinding[] {
  const namesIn = (document: OpenApiDocument) =>
    new Map(functionsOf(document).map(({ place, name }) => [place.pointer, name]));
  const [old, now] = [namesIn(before), namesIn(after)];
  return operations.flatMap((pair) => {
    const [was, is] = [old.get(pair.before?.pointer ?? ''), now.get(pair.after?.pointer ?? '')];
    const keepsId = pair.before?.operation.operationId === pair.after?.operation.operationId;
    if (!was || !is || was === is || !keepsId) return [];
    return [moved('operations', { was, is, pointer: pair.after?.pointer ?? '' })];
  });
}

/** By the name of the type, which is told of where it moves itself. */
function compareEnums(before: OpenApiDocument, after: OpenApiDocument): TypesFinding[] {
  const now = new Map(enumsOf(after).map((one) => [one.type, one]));
  return enumsOf(before).flatMap(({ type, guardName, pointer }) => {
    const is = now.get(type)?.guardName;
    return is === undefined || is === guardName ? [] : [moved('enums', { was: guardName, is, pointer })];
  });
}

interface Moved {
  was: string;
  is: string;
  pointer: string;
}

function moved(entryPoint: string, { was, is, pointer }: Moved): TypesFinding {
  const words = `'${was}' of '@agentsource/client/${entryPoint}' is called '${is}' now.`;
  return {
    operation: null,
    side: 'unreached',
    field: rootField(was),
    isShifted: true,
    saw: 'component-removed',
    pointer,
    words,
  };
}

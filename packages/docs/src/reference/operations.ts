// The operations as the site shows them: names, addresses, and the call that stands as an example.
import { type Command, commandsOf } from '@agentsource/codegen/commands';
import { functionsOf, type OperationFunction } from '@agentsource/codegen/operations';
import { exampleOf, optionsOf } from '@agentsource/codegen/operations/example';
import type { Value } from '@agentsource/codegen/operations/value';
import { prepare } from '@agentsource/codegen/prepare';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { itemsOf, type JsonObject } from '@agentsource/openapi/json';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';
import { slug, UniqueSlugs } from '../slugs.ts';

/** A longer line is a description. */
const LONGEST_TITLE = 60;

export interface Operation {
  place: OperationPlace;
  /** `Enroll prospects`, or what stands for it. */
  title: string;
  /** The first of its tags. */
  group: string;
  /** From the site's root. */
  path: string;
  /** Undefined where it has no id, so that it is called by its path. */
  function: OperationFunction | undefined;
  /** As the command line offers it. */
  command: Command;
  /** A program; none where no value could be made for what it requires. */
  program: string;
  /** What is sent in it: by location, `body`, `contentType`. */
  sent: Record<string, Value> | undefined;
}

/** In the order of the document. */
export function operations(document: OpenApiDocument, variable: string): Operation[] {
  const prepared = prepare(document);
  const byPointer = (all: OperationFunction[]) => new Map(all.map((one) => [one.place.pointer, one]));
  const functions = byPointer(functionsOf(document));
  const preparedFunctions = byPointer(functionsOf(prepared));
  const slugs = new UniqueSlugs();
  slugs.take('index');
  const commands = commandsOf(document);
  return operationsOf(document).map((place, index) => {
    const own = preparedFunctions.get(place.pointer);
    const name = slugs.take(slug(nameOf(place), 'operation'));
    return {
      place,
      title: titleOf(place, commands[index]?.summary ?? ''),
      group: groupOf(place.operation),
      path: `reference/${name}.html`,
      function: functions.get(place.pointer),
      // Of as many operations, in the same order.
      command: commands[index] as Command,
      program: own ? exampleOf(prepared, own, variable).join('\n') : '',
      sent: own ? optionsOf(prepared, own) : undefined,
    };
  });
}

function nameOf({ method, path, operation }: OperationPlace): string {
  return typeof operation.operationId === 'string' ? operation.operationId : `${method} ${path}`;
}

/** @param said what the command line says of it in a line, which is no repetition of its name. */
function titleOf(
  { method, path, operation: { summary, operationId } }: OperationPlace,
  said: string,
): string {
  if (said !== '' && said.length <= LONGEST_TITLE) return said;
  if (typeof summary === 'string' && summary.trim() !== '') return summary.trim();
  return typeof operationId === 'string' && operationId !== ''
    ? operationId
    : `${method.toUpperCase()} ${path}`;
}

function groupOf({ tags }: JsonObject): string {
  const [tag] = itemsOf(tags);
  if (typeof tag !== 'string' || tag.trim() === '') return 'Operations';
  return tag.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').trim();
}

// Names that nobody could read, let alone type.
import type { OpenApiDocument } from '../document.ts';
import { UnreadableError } from '../errors.ts';
import { entriesOf } from '../json.ts';
import { child } from '../pointer.ts';
import { operationsOf } from '../walk.ts';

/** Controls, line breaks and what turns text around; spaces and odd letters are names all the same. */
const UNREADABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}]/u;

export function refuseUnreadableNames(document: OpenApiDocument, name: string): void {
  const check = (what: string, text: string, pointer: string) => {
    if (!UNREADABLE.test(text)) return;
    throw new UnreadableError(
      `${name}: ${JSON.stringify(pointer)}: the ${what} ${JSON.stringify(text.slice(0, 80))} has a line break or a character that ` +
        'is not shown; give it another name in a copy of the document',
    );
  };
  for (const { operation, pointer } of operationsOf(document)) {
    if (typeof operation.operationId === 'string') check('operationId', operation.operationId, pointer);
  }
  for (const [kind, entries] of entriesOf(document.components)) {
    for (const [component] of entriesOf(entries)) {
      check('component', component, child(child('/components', kind), component));
    }
  }
}

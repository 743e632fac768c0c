// All pairs of schemas that two documents' operations reach, each compared once for each direction; then read off per operation.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { createExpander } from '../expand.ts';
import { type Direction, NOTHING, type SchemaChange, type SchemaPair } from './changes.ts';
import { compareSchemas } from './compare.ts';
import { discriminatorsOf } from './discriminators.ts';
import { keyOf, type Place } from './place.ts';
import { createSameness } from './same.ts';
import { createViewer, target } from './viewer.ts';

export interface SchemaComparator {
  /** Every change in or below two schemas, the shortest path to it first. */
  changesBetween(before: Place, after: Place, direction: Direction): SchemaChange[];
  /** Whether the new document's component was compared on the way to anything. */
  reached(pointer: string): boolean;
  /** Whether two schemas say the same, and so does everything that they refer to. */
  isSame(before: Place, after: Place): boolean;
}

/** @param renamed The new pointer of each component that has another name now. */
export function createSchemaComparator(
  before: OpenApiDocument,
  after: OpenApiDocument,
  renamed: ReadonlyMap<string, string>,
): SchemaComparator {
  const [toldBefore, toldAfter] = [discriminatorsOf(before), discriminatorsOf(after)];
  const [viewBefore, viewAfter] = [createViewer(before, toldBefore), createViewer(after, toldAfter)];
  const isSame = createSameness({ document: before, told: toldBefore }, { document: after, told: toldAfter });
  const reached = new Set<string>();
  const expanderFor = (direction: Direction) =>
    createExpander<SchemaChange, SchemaPair>({
      keyOf: ({ before: old, after: now, isAlternative, isMoved }) =>
        `${keyOf(target(before, old))} ${keyOf(target(after, now))} ${isAlternative ?? ''} ${isMoved ?? ''}`,
      compare: (pair) => {
        if (isSame(pair.before, pair.after)) return NOTHING;
        const old = viewBefore(target(before, pair.before));
        const now = viewAfter(target(after, pair.after));
        for (const pointer of now.covers) reached.add(pointer);
        return compareSchemas(old, now, pair, { direction, isSame, renamed });
      },
    });
  const expanders = {
    request: expanderFor('request'),
    form: expanderFor('form'),
    response: expanderFor('response'),
    both: expanderFor('both'),
  };
  return {
    isSame,
    reached: (pointer) => reached.has(pointer),
    changesBetween: (old, now, direction) => expanders[direction]({ path: '', before: old, after: now }),
  };
}

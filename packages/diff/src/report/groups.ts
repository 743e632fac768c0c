// Gathers changes that say the same, so that a person reads each once: over operations, then over fields.
import { keysOf } from '@agentsource/openapi/pointer';
import type { Change } from '../change.ts';

/** One line of the report. */
export interface Line {
  severity: Change['severity'];
  wireBreaking: boolean;
  direction: Change['direction'];
  kind: Change['kind'];
  words: string;
  fields: string[];
}

/** What happened in the same operations. */
export interface Section {
  operations: string[];
  lines: Line[];
}

interface Group {
  change: Change;
  operations: string[];
  fields: Set<string>;
}

/** Sections of the report, those that break first; every change of an operation is in exactly one of them. */
export function sectionsOf(changes: readonly Change[]): Section[] {
  const groups = mergeByField(groupByPlace(changes.filter(({ operation }) => operation !== null)));
  const sections = Map.groupBy(groups, ({ operations }) => operations.join('\n'));
  return [...sections.values()]
    .map((list) => ({ operations: list[0]?.operations ?? [], lines: linesOf(list) }))
    .sort((one, other) => worst(other) - worst(one));
}

/** One change of a component in every operation that it reaches. */
function groupByPlace(changes: readonly Change[]): Group[] {
  return gather(changes, ({ severity, direction, kind, pointer, words }) =>
    JSON.stringify([severity, direction, kind, pointer, words]),
  ).map((list) => ({
    change: list[0] as Change,
    operations: [...new Set(list.map(({ operation }) => operation ?? ''))],
    fields: new Set(list.map(({ field }) => field)),
  }));
}

/** The same words about a field of the same name, from schemas that are not shared: still one thing to read. */
function mergeByField(groups: readonly Group[]): Group[] {
  return gather(groups, ({ change, fields }) => {
    const { severity, wireBreaking, direction, kind, words, pointer } = change;
    const place = fields.size === 1 ? [...fields][0] : pointer;
    return JSON.stringify([severity, wireBreaking, direction, kind, words, place]);
  }).map((list) => {
    const first = list[0] as Group;
    const operations = [...new Set(list.flatMap((group) => group.operations))];
    return { ...first, operations };
  });
}

function linesOf(groups: readonly Group[]): Line[] {
  return gather(groups, ({ change: { severity, wireBreaking, direction, kind, words } }) =>
    JSON.stringify([severity, wireBreaking, direction, kind, words]),
  ).map((list) => {
    const { severity, wireBreaking, direction, kind, words } = (list[0] as Group).change;
    return { severity, wireBreaking, direction, kind, words, fields: [...new Set(list.map(fieldOf))] };
  });
}

/** The field as all operations call it, or else as its component does: `JobFilter.values[]`. */
function fieldOf({ change, fields }: Group): string {
  if (fields.size === 1) return change.field;
  const [components, , name, ...rest] = keysOf(change.pointer);
  return components === 'components' ? `${name}${pathOf(rest)}` : change.field;
}

function pathOf(keys: readonly string[]): string {
  let path = '';
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index];
    if (key === 'properties') {
      index += 1;
      path += `.${keys[index]}`;
    } else if (key === 'prefixItems') {
      index += 1;
      path += `[${keys[index]}]`;
    } else if (key === 'items') path += '[]';
    else if (key === 'additionalProperties' && index < keys.length - 1) path += '.*';
  }
  return path;
}

function worst({ lines }: Section): number {
  return Math.max(
    ...lines.map(({ severity, wireBreaking }) =>
      wireBreaking ? 3 : ['fix', 'feature', 'breaking'].indexOf(severity),
    ),
  );
}

function gather<T>(list: readonly T[], keyOf: (one: T) => string): T[][] {
  return [...Map.groupBy(list, keyOf).values()];
}

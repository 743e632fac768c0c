// Takes stale actions out of an overlay's text and leaves every other byte, comments included, as it was written.
import { isDeepStrictEqual } from 'node:util';
import { PipelineError } from '@agentsource/openapi/errors';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { type Alias, type Document, isSeq, type Node, parseDocument, visit } from 'yaml';

interface Cut {
  start: number;
  end: number;
  text: string;
}

/** The text without the actions at these indexes; undefined when none would be left. */
export function withoutActions(text: string, indexes: ReadonlySet<number>, name: string): string | undefined {
  const document = parseDocument(text);
  const actions = document.get('actions');
  if (!isSeq<Node>(actions)) throw new PipelineError(`spec/overlays/${name}: "actions" is no list`);
  if (actions.items.every((_, index) => indexes.has(index))) return undefined;
  const starts = actions.items.map((item) => startOfItem(text, item));
  const removed = actions.items
    .map(
      (_, index): Cut => ({
        start: starts[index] as number,
        end: starts[index + 1] ?? endOf(actions, text),
        text: '',
      }),
    )
    .filter((_, index) => indexes.has(index));
  const result = cut(text, [...removed, ...movedAnchors(document, text, removed)]);
  refuseOtherChange(text, result, indexes, name);
  return result;
}

/** Where the line of the item's dash starts, or that of the comment right above it. */
function startOfItem(text: string, item: Node): number {
  const lineStart = (at: number) => text.lastIndexOf('\n', at - 1) + 1;
  let start = lineStart(item.range?.[0] ?? 0);
  while (start > 0) {
    const above = lineStart(start - 1);
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  return start;
}

function endOf(actions: Node, text: string): number {
  return actions.range?.[1] ?? text.length;
}

/** An anchor that goes with its action is spelled out at the first alias that stays. */
function movedAnchors(document: Document, text: string, removed: readonly Cut[]): Cut[] {
  const isRemoved = (node: Node) => removed.some(({ start, end }) => at(node) >= start && at(node) < end);
  const moved: Cut[] = [];
  const seen = new Set<string>();
  visit(document, {
    Alias(_, alias: Alias) {
      const source = alias.resolve(document);
      if (source === undefined || isRemoved(alias) || !isRemoved(source) || seen.has(alias.source)) return;
      seen.add(alias.source);
      const value = JSON.stringify(source.toJS(document));
      moved.push({
        start: at(alias),
        end: at(alias) + alias.source.length + 1,
        text: `&${alias.source} ${value}`,
      });
    },
  });
  return moved.filter(({ start }) => text[start] === '*');
}

function at(node: Node): number {
  return node.range?.[0] ?? -1;
}

function cut(text: string, cuts: readonly Cut[]): string {
  return cuts
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (result, { start, end, text: instead }) => result.slice(0, start) + instead + result.slice(end),
      text,
    );
}

/** Whatever the file's style, nothing but these actions may have gone. */
function refuseOtherChange(before: string, after: string, indexes: ReadonlySet<number>, name: string): void {
  const [old, now] = [before, after].map((text) => parseDocument(text).toJS() as Json);
  const expected = isObject(old ?? null) ? { ...(old as JsonObject) } : {};
  expected.actions = (expected.actions as Json[]).filter((_, index) => !indexes.has(index));
  if (isDeepStrictEqual(now, expected)) return;
  const list = [...indexes].map((index) => `actions[${index}]`).join(', ');
  throw new PipelineError(
    `spec/overlays/${name}: ${list} became stale and can't be cut out of this file; remove it by hand`,
  );
}

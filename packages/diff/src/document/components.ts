// Compares the names of components, which are exported, and components that no operation reaches: as where they would be used.

import { isObject, type Json } from '@agentsource/openapi/json';
import { code } from '@agentsource/openapi/markdown';
import type { Located } from '@agentsource/openapi/references';
import {
  type Component,
  type ComponentPair,
  componentMap,
  componentName,
  componentPointer,
  type Sort,
} from '../components.ts';
import { rootField } from '../field.ts';
import type { Side } from '../rulings.ts';
import { word } from '../words.ts';
import { compareRequestBody } from './operation.ts';
import { compareParameter, parameterKey, reportAdded, toParameter } from './parameters.ts';
import { compareHeader, compareResponse } from './responses.ts';
import { compareProse, compareSchemas, locate, report, type Scope } from './scope.ts';

/** What a component is for, and how two of it are compared. */
const COMPARERS: [sort: Sort, side: Side, compare: (scope: Scope, pair: NamedPair) => void][] = [
  ['parameters', 'unreached-request', compareParameters],
  ['requestBodies', 'unreached-request', compareRequestBody],
  ['responses', 'unreached-response', compareResponse],
  ['headers', 'unreached-response', compareHeader],
];

interface NamedPair {
  before: Located & { name: string };
  after: Located & { name: string };
}

/** Call last: which components operations reach is known only then. */
export function compareComponents(scope: Scope): void {
  for (const pair of scope.components) compareNames(scope, pair);
  for (const [sort, side, compare] of COMPARERS) {
    for (const pair of unreached(scope, sort)) {
      compare({ ...scope, side, field: rootField(componentName(pair.after)) }, located(scope, pair));
    }
  }
  // Last, since the others lead to some.
  for (const { before, after } of unreached(scope, 'schemas')) {
    const own: Scope = { ...scope, side: 'unreached', field: rootField(componentName(after)) };
    const place = ({ value, pointer }: Component) => ({ schema: value, pointer });
    compareSchemas(own, place(before), place(after));
  }
  compareOthers({ ...scope, side: 'unreached' });
}

function compareNames(scope: Scope, { before, after }: ComponentPair): void {
  const one = before ?? after;
  if (!one || before?.pointer === after?.pointer) return;
  const own: Scope = { ...scope, side: 'unreached', field: rootField(componentName(one)) };
  const { pointer } = one;
  if (before && after) {
    const words = `exported name renamed to ${code(after.name)}`;
    report(own, { kind: 'component-removed', pointer, words });
  } else if (before) report(own, { kind: 'component-removed', pointer, words: 'exported name removed' });
  else report(own, { kind: 'component-added', pointer, words: 'new exported name' });
}

/** Those of one sort that are in both documents, and that no operation's comparison led to. */
function* unreached(scope: Scope, sort: Sort): Generator<Required<ComponentPair>> {
  for (const { before, after } of scope.components) {
    if (!before || !after || after.sort !== sort) continue;
    const { value, pointer } = after;
    const isReached =
      sort === 'schemas'
        ? scope.schemas.reached(pointer)
        : scope.reached.has(locate(scope.after, value, pointer).pointer);
    if (!isReached) yield { before, after };
  }
}

/** With references followed. */
function located(scope: Scope, { before, after }: Required<ComponentPair>): NamedPair {
  const follow = (document: Scope['after'], { value, pointer, name }: Component) => {
    return { ...locate(document, value, pointer), name };
  };
  return { before: follow(scope.before, before), after: follow(scope.after, after) };
}

function compareParameters(scope: Scope, { before, after }: NamedPair): void {
  const [old, now] = [toParameter(before), toParameter(after)];
  if (parameterKey(old) === parameterKey(now) || (old.in === 'path' && now.in === 'path')) {
    compareParameter(scope, { before: old, after: now });
    return;
  }
  const words = `${word(old.in)} parameter ${code(old.name)} removed`;
  report(scope, { kind: 'parameter-removed', pointer: after.pointer, words });
  reportAdded(scope, now);
}

const PROSE = ['examples', 'links', 'callbacks', 'pathItems'];

/** What types don't name is documentation. */
function compareOthers(scope: Scope): void {
  for (const sort of PROSE) {
    const value = (document: Scope['after']): Json => Object.fromEntries(componentMap(document, sort));
    const [old, now] = [value(scope.before), value(scope.after)];
    if (!isObject(old) || !isObject(now)) continue;
    const pointer = componentPointer(sort, '').replace(/\/$/, '');
    const own = { ...scope, field: rootField(`components.${sort}`) };
    compareProse(own, { before: { value: old, pointer }, after: { value: now, pointer } }, []);
  }
}

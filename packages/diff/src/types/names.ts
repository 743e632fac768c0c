// Exported names: those that are gone, and those that are new.

import { type Alias, aliasesOf } from '@agentsource/codegen/aliases';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type ts from 'typescript';
import { type Component, type ComponentPair, componentName, componentPointer } from '../components.ts';
import { NOWHERE, rootField } from '../field.ts';
import type { Location, TypesFinding } from '../finding.ts';
import { type OperationPair, operationIdKind } from '../operations.ts';
import type { Pairs } from '../pairs.ts';
import { keysOf } from './keys.ts';
import type { Exported, Versions } from './program.ts';

export interface NamesToCompare extends Pairs {
  before: OpenApiDocument;
  after: OpenApiDocument;
  versions: Versions;
}

export function compareNames(input: NamesToCompare): TypesFinding[] {
  return [...compareOperationNames(input), ...compareComponentNames(input), ...compareAliases(input)];
}

/** The keys of `operations`. */
function compareOperationNames({ operations, versions }: NamesToCompare): TypesFinding[] {
  const { checker } = versions;
  const [old, now] = [
    keysOf(checker, versions.before.operations),
    keysOf(checker, versions.after.operations),
  ];
  return operations.flatMap(({ name, before, after }): TypesFinding[] => {
    const idIn = (names: ReadonlyMap<string, unknown>, place: OperationPair['before']) => {
      const id = place?.operation.operationId;
      return typeof id === 'string' && names.has(id) ? id : undefined;
    };
    const [was, is] = [idIn(old, before), idIn(now, after)];
    if (!before || !after || was === is) return [];
    const saw = operationIdKind(was, is);
    const words =
      was === undefined
        ? `'${is}' is a new operation.`
        : `Property '${was}' does not exist on type 'operations'.`;
    return [{ operation: name, side: 'request', field: NOWHERE, saw, pointer: after.pointer, words }];
  });
}

/** The keys of `components`, sort by sort; schemas have aliases, too, and are seen by these. */
function compareComponentNames({ components, versions }: NamesToCompare): TypesFinding[] {
  const { checker } = versions;
  const [old, now] = [componentNames(checker, versions.before), componentNames(checker, versions.after)];
  return components.flatMap(({ before, after }): TypesFinding[] => {
    if (before?.pointer === after?.pointer) return [];
    const isIn = (names: ReadonlySet<string>, component: Component | undefined) =>
      component !== undefined && component.sort !== 'schemas' && names.has(component.pointer);
    // One name gone and another one there: that is one change.
    if (before && isIn(old, before)) {
      const words = `Property '${before.name}' does not exist on type 'components["${before.sort}"]'.`;
      return [{ ...componentLocation(before), saw: 'component-removed', pointer: before.pointer, words }];
    }
    if (!after || !isIn(now, after)) return [];
    const words = `'${after.name}' is a new component.`;
    return [{ ...componentLocation(after), saw: 'component-added', pointer: after.pointer, words }];
  });
}

/** By pointer. */
function componentNames(checker: ts.TypeChecker, { components }: Exported): Set<string> {
  return new Set(
    [...keysOf(checker, components)].flatMap(([sort, { type }]) =>
      [...keysOf(checker, type).keys()].map((name) => componentPointer(sort, name)),
    ),
  );
}

function componentLocation(component: Component): Location {
  return { operation: null, side: 'unreached', field: rootField(componentName(component)) };
}

/** The names that people import. */
function compareAliases({ before, after, operations, components }: NamesToCompare): TypesFinding[] {
  const [old, now] = [aliasesOf(before), aliasesOf(after)];
  const [oldNames, newNames] = [new Set(old.map(({ name }) => name)), new Set(now.map(({ name }) => name))];
  const gone = old.filter(({ name }) => !newNames.has(name));
  const added = now.filter(({ name, source }) => !oldNames.has(name) && !isNewNameOfOld(source, components));
  const ownersOf = (version: 'before' | 'after') =>
    new Map(operations.map((pair) => [pair[version]?.pointer, pair]));
  const [oldOwners, newOwners] = [ownersOf('before'), ownersOf('after')];
  return [
    ...gone.map((alias) => goneName(alias, ownerOf(alias, oldOwners))),
    ...added.map((alias) => newName(alias, ownerOf(alias, newOwners))),
  ];
}

function isNewNameOfOld(source: Alias['source'], components: readonly ComponentPair[]): boolean {
  if (!('component' in source)) return false;
  return components.some(
    ({ before, after }) => before && after?.sort === 'schemas' && after.name === source.component,
  );
}

/** The operation whose request or response the name is of; none for a component. */
function ownerOf(
  { source }: Alias,
  operations: ReadonlyMap<string | undefined, OperationPair>,
): OperationPair | undefined {
  return 'operation' in source ? operations.get(source.operation.pointer) : undefined;
}

function goneName(alias: Alias, owner: OperationPair | undefined): TypesFinding {
  const saw =
    owner && !owner.after
      ? 'operation-removed'
      : owner && !keepsId(owner)
        ? operationIdKind(owner.before?.operation.operationId, owner.after?.operation.operationId)
        : 'component-removed';
  const words = `Module has no exported member '${alias.name}'.`;
  return { ...locationOf(alias, owner), saw, pointer: alias.pointers[0] ?? '', words };
}

function newName(alias: Alias, owner: OperationPair | undefined): TypesFinding {
  const saw = owner && !owner.before ? 'operation-added' : 'component-added';
  const words = `'${alias.name}' is a new exported member.`;
  return { ...locationOf(alias, owner), saw, pointer: alias.pointers[0] ?? '', words };
}

function keepsId({ before, after }: OperationPair): boolean {
  return before?.operation.operationId === after?.operation.operationId;
}

/** A name of an operation's request or response stands anywhere in it; with another id it is the operation's own matter. */
function locationOf(
  { name, source }: Alias,
  owner: OperationPair | undefined,
): Location & Pick<TypesFinding, 'anywhere' | 'isShifted'> {
  if ('component' in source) {
    return { operation: null, side: 'unreached', field: rootField(source.component) };
  }
  // Its operation says what it said: another name went, or came, that is spelled alike.
  if (!owner) return { operation: null, side: 'unreached', field: rootField(name), isShifted: true };
  const operation = owner.name;
  if (!keepsId(owner)) return { operation, side: 'request', field: NOWHERE };
  const side = source.part === 'request' ? 'request' : 'response';
  return { operation, side, field: NOWHERE, anywhere: true };
}

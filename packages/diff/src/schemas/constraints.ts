// Constraints that types don't show: whether each became tighter or looser.
import { mediaKindOf } from '@agentsource/codegen/media-kind';
import { isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { canonical, showChange } from '../words.ts';
import type { SchemaChange, SchemaContext } from './changes.ts';
import type { Said } from './keywords.ts';
import { isToldByItems } from './tuples.ts';
import type { View } from './view.ts';

/** Keywords where more is looser, and where less is. */
const UPPER = names('maximum exclusiveMaximum maxLength maxItems maxProperties maxContains');
const LOWER = names('minimum exclusiveMinimum minLength minItems minProperties minContains');
/** Keywords that hold schemas; what `if` and its like describe are properties. */
const SCHEMAS = names('not contains propertyNames unevaluatedItems unevaluatedProperties contentSchema');
const CONDITIONS = names('if then else dependentSchemas');
/** Keywords that make a part of a form a file. */
const FILE = names('format contentMediaType contentEncoding');

/** One change for each keyword that differs; what can't be ordered (two patterns) counts as tighter. */
export function compareConstraints(before: View, after: View, context: SchemaContext): SchemaChange[] {
  const isFileChanged = context.direction === 'form' && isFile(before) !== isFile(after);
  const keywords = new Set([...before.constraints.keys(), ...after.constraints.keys()]);
  const told = isFileChanged ? FILE : new Set<string>();
  const changes = [...keywords]
    .filter((keyword) => !told.has(keyword))
    .sort()
    .flatMap((keyword) => compareConstraint(keyword, { before, after, context }));
  if (!isFileChanged) return changes;
  const words = isFile(after) ? 'text → file' : 'file → text';
  return [...changes, { kind: 'file-changed', path: '', pointer: after.home, words }];
}

interface Compared {
  before: View;
  after: View;
  context: SchemaContext;
}

function compareConstraint(keyword: string, { before, after, context }: Compared): SchemaChange[] {
  if (isToldByItems(keyword, before, after)) return [];
  const [old, now] = [meaning(keyword, before), meaning(keyword, after)];
  const told = new Set([...before.conditional.keys(), ...after.conditional.keys()]);
  const areSame = (one: Said, other: Said) => isSame(keyword, { one, other, told }, context);
  const added = now.filter((one) => !old.some((other) => areSame(other, one)));
  const gone = old.filter((one) => !now.some((other) => areSame(one, other)));
  const at = (added[0] ?? gone[0])?.pointer;
  if (at === undefined) return [];
  const isLooser = added.length === 0 || looser(keyword, old, now);
  const kind = isLooser ? 'constraint-loosened' : 'constraint-tightened';
  return [{ kind, path: '', pointer: child(at, keyword), words: wordsOf(keyword, before, after) }];
}

/** Whether it is sent as a file where it is a part of a form. */
function isFile({ constraints, types, values }: View): boolean {
  const said = (keyword: string) => constraints.get(keyword)?.[0]?.value;
  if (types[0] !== 'string' || values || said('contentEncoding') !== undefined) return false;
  const mediaType = said('contentMediaType');
  return said('format') === 'binary' || (typeof mediaType === 'string' && mediaKindOf(mediaType) === 'blob');
}

/** What restricts anything; of several bounds, the one that counts. */
function meaning(keyword: string, { constraints }: View): Said[] {
  const said = (constraints.get(keyword) ?? []).filter(({ value }) => restricts(keyword, value));
  const bounds = said.filter(({ value }) => typeof value === 'number');
  if (!UPPER.has(keyword) && !LOWER.has(keyword)) return said;
  const [first] = bounds.sort((one, other) => Number(one.value) - Number(other.value));
  const counting = UPPER.has(keyword) ? first : bounds.at(-1);
  return counting ? [counting] : [];
}

/** A pattern that everything matches. */
const ANY_TEXT = /^\^?(?:\.\*|\[\\s\\S\]\*)?\$?$/;

function restricts(keyword: string, value: Json): boolean {
  if (keyword === 'uniqueItems') return value === true;
  if (keyword === 'pattern') return !ANY_TEXT.test(String(value));
  // What refuses all further properties is compared with them.
  if (keyword === 'unevaluatedProperties' && value === false) return false;
  if (keyword.startsWith('unevaluated') || keyword === 'propertyNames') {
    return value !== true && canonical(value) !== '{}';
  }
  return value !== 0 || !/^min(?:Length|Items|Properties)$/.test(keyword);
}

interface Values {
  one: Said;
  other: Said;
  /** Properties that are compared by themselves. */
  told: ReadonlySet<string>;
}

function isSame(keyword: string, { one, other, told }: Values, context: SchemaContext): boolean {
  const place = ({ value, pointer }: Said) => ({
    schema: CONDITIONS.has(keyword) ? withoutProperties(value, told) : value,
    pointer: child(pointer, keyword),
  });
  if (!SCHEMAS.has(keyword) && !CONDITIONS.has(keyword)) {
    return canonical(one.value) === canonical(other.value);
  }
  return context.isSame(place(one), place(other));
}

function withoutProperties(value: Json, told: ReadonlySet<string>): Json {
  if (Array.isArray(value)) return value.map((item) => withoutProperties(item, told));
  if (!isObject(value)) return value;
  const kept = (properties: JsonObject) =>
    Object.fromEntries(Object.entries(properties).filter(([name]) => !told.has(name)));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'properties' && isObject(inner) ? kept(inner) : withoutProperties(inner, told),
    ]),
  );
}

function looser(keyword: string, old: readonly Said[], now: readonly Said[]): boolean {
  const [was, is] = [old[0]?.value, now[0]?.value];
  if (keyword === 'propertyNames') return listsMore(was, is);
  if (typeof was !== 'number' || typeof is !== 'number') return false;
  if (UPPER.has(keyword)) return is > was;
  if (LOWER.has(keyword)) return is < was;
  return keyword === 'multipleOf' && was % is === 0;
}

function listsMore(was: Json | undefined, is: Json | undefined): boolean {
  if (!isObject(was) || !isObject(is) || !Array.isArray(was.enum) || !Array.isArray(is.enum)) return false;
  const now = new Set(is.enum.map(canonical));
  return was.enum.every((value) => now.has(canonical(value)));
}

function wordsOf(keyword: string, before: View, after: View): string {
  const value = ({ constraints }: View) => {
    const [one, ...more] = constraints.get(keyword) ?? [];
    return more.length > 0 ? [one, ...more].map((said) => said?.value ?? null) : one?.value;
  };
  return `\`${keyword}\` ${showChange(value(before), value(after))}`;
}

function names(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}

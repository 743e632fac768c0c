// Puts right, in a generated value, what its validator found wrong: other texts, numbers and names, at any depth. All else stays.
import type { Json, JsonObject as Schema } from '@agentsource/openapi/json';
import { textOfFormat } from '@agentsource/openapi/values/formats';
import { textsMatching } from '@agentsource/openapi/values/matching';
import { mergedKeywords } from '@agentsource/openapi/values/merged';
import { numbersFor } from '@agentsource/openapi/values/numbers';
import type { ErrorObject } from 'ajv';
import { isObject, type JsonObject } from '../json.ts';

/** What the schemas at each place were found to ask for, so far. */
export type Asked = Map<string, Schema[]>;

const TEXT = /^(?:pattern|format|minLength|maxLength)$/;
const NUMBER = /^(?:minimum|maximum|exclusiveMinimum|exclusiveMaximum|multipleOf)$/;
const LISTED = /^(?:enum|const)$/;
const SUPERFLUOUS = /^(?:additional|unevaluated)Properties$/;
const MISSING = /^(?:required|dependentRequired)$/;

/** Characters of a text that is written here. */
const LONGEST = 10_000;
const SOME = 12;

/**
 * A copy of the value with other parts where it is wrong.
 *
 * @param turn takes other parts each time: the first that come to mind may be wrong too.
 */
export function mended(value: unknown, errors: readonly ErrorObject[], asked: Asked, turn: number): unknown {
  const holder = { value: structuredClone(value) };
  for (const error of errors) {
    const keys = error.instancePath.split('/').slice(1).map(unescaped);
    const isName = error.propertyName !== undefined;
    const place = `${error.instancePath} ${error.propertyName ?? ''}`;
    const known = asked.get(place) ?? [];
    const schema = error.parentSchema as Schema | undefined;
    if (schema && !known.includes(schema)) asked.set(place, [...known, schema]);
    const wanted = mergedKeywords(asked.get(place) ?? []);
    if (isName) rename(at(holder, keys), error.propertyName as string, wanted, turn);
    else put(holder, keys, error, wanted, turn);
  }
  return holder.value;
}

function put(holder: JsonObject, keys: string[], error: ErrorObject, wanted: Schema, turn: number): void {
  const { keyword, params } = error;
  const target = at(holder, keys);
  if (SUPERFLUOUS.test(keyword) && isObject(target)) {
    delete target[params.additionalProperty ?? params.unevaluatedProperty];
  } else if (MISSING.test(keyword) && isObject(target)) {
    const { properties } = wanted;
    const inner = isObject(properties) ? properties[params.missingProperty] : undefined;
    target[params.missingProperty] ??= scalarsFor(
      mergedKeywords(isObject(inner) ? [inner as Schema] : []),
    )[0];
  } else if (keyword === 'type' || LISTED.test(keyword) || TEXT.test(keyword) || NUMBER.test(keyword)) {
    const fitting = scalarsFor(wanted, typeof target === 'number' ? 'number' : 'string');
    const parent = at(holder, keys.slice(0, -1)) as JsonObject;
    const last = keys.at(-1);
    if (fitting.length === 0) return;
    if (last === undefined) holder.value = fitting[turn % fitting.length];
    else parent[last] = fitting[turn % fitting.length];
  }
}

/** Another name for a member, that no other has. */
function rename(target: unknown, name: string, wanted: Schema, turn: number): void {
  if (!isObject(target) || !Object.hasOwn(target, name)) return;
  const names = scalarsFor(wanted).filter((one) => typeof one === 'string' && !Object.hasOwn(target, one));
  const [other = names[0]] = names.slice(turn);
  if (typeof other === 'string') target[other] = target[name];
  delete target[name];
}

/** Values of the listed ones or of the type that keywords are about, the plainest first. */
function scalarsFor(wanted: Schema, otherwise: 'string' | 'number' = 'string'): Json[] {
  if (wanted.const !== undefined) return [wanted.const];
  if (Array.isArray(wanted.enum)) return wanted.enum;
  const [type = otherwise] = [wanted.type ?? []].flat().filter((one) => one !== 'null');
  if (type === 'integer' || type === 'number') return [...numbersFor({ ...wanted, type }, SOME)];
  if (type === 'boolean') return [true, false];
  return type === 'string' ? textsFor(wanted) : [];
}

function textsFor({ pattern, format, minLength, maxLength }: Schema): string[] {
  const least = typeof minLength === 'number' ? minLength : 0;
  const most = typeof maxLength === 'number' ? maxLength : LONGEST;
  if (least > LONGEST) return [];
  const numbers = [...Array(SOME).keys()];
  const ofFormat = numbers.flatMap((index) => textOfFormat(format, index) ?? []);
  const filler = (text: string) => 'x'.repeat(Math.max(0, least - text.length));
  const longer = ofFormat.flatMap((text) =>
    text.length < least ? [filler(text) + text, text + filler(text)] : [text],
  );
  if (typeof pattern === 'string') {
    const written = textsMatching(pattern, { least, ...(most < LONGEST && { most }) });
    return [...longer.slice(0, 1), ...written].filter((text) => text.length <= Math.max(most, LONGEST));
  }
  if (longer.length > 0) return longer;
  return numbers.map((index) => `text${index}`.slice(-most).padStart(least, 'x'));
}

function at(holder: JsonObject, keys: readonly string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as JsonObject)[key] : undefined),
    holder.value,
  );
}

function unescaped(key: string): string {
  return key.replaceAll('~1', '/').replaceAll('~0', '~');
}

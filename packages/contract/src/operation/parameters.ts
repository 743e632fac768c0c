// Parameters: where they go, what they are, and how their values are written.
import { entriesOf, isObject, type Json, type JsonObject } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { child, get } from '@agentsource/openapi/pointer';
import { CLIENT_HEADER } from '../wire/client-header.ts';
import { readExamples } from './contents.ts';
import { type Reading, resolveAt } from './reading.ts';

/** How a value becomes text (OpenAPI 3.1, 4.8.12.3). */
export type Style =
  | 'simple'
  | 'label'
  | 'matrix'
  | 'form'
  | 'spaceDelimited'
  | 'pipeDelimited'
  | 'deepObject';

/** The first is the default. */
const STYLES = {
  path: ['simple', 'label', 'matrix'],
  query: ['form', 'spaceDelimited', 'pipeDelimited', 'deepObject'],
  header: ['simple'],
  cookie: ['form'],
} as const satisfies Record<string, readonly Style[]>;

export interface Parameter {
  name: string;
  in: keyof typeof STYLES;
  required: boolean;
  schema: string;
  example: Json | undefined;
  style: Style;
  explode: boolean;
  /** Whether nothing stands beside it in its segment of the path, so that where it ends is plain. */
  isAlone: boolean;
  /** Of a value that is written as JSON; undefined where the style says how. */
  mediaType: string | undefined;
}

/** Headers that the suite, or HTTP itself, needs for something else. */
const OTHERS =
  /^(?:prefer|cookie|host|content-length|connection|transfer-encoding|keep-alive|upgrade|trailer|te|expect)$/i;

/** Those of the path, and those of the operation, which win where both name the same. */
export function readParameters(reading: Reading, lists: readonly string[], path: string): Parameter[] {
  const byName = new Map<string, Parameter>();
  for (const list of lists) {
    const entries = get(reading.document, list);
    for (const index of Array.isArray(entries) ? entries.keys() : []) {
      const parameter = readParameter(reading, child(list, index), path);
      if (parameter) byName.set(`${parameter.in} ${parameter.name}`, parameter);
    }
  }
  return [...byName.values()];
}

function readParameter(reading: Reading, pointer: string, path: string): Parameter | undefined {
  const place = resolveAt(reading.document, pointer);
  if (!place || isIgnored(place.value)) return undefined;
  const { name, in: where, required } = place.value;
  const what = `parameter ${name} in ${where}`;
  const skip = (why: string) => {
    reading.uncovered.push({ what, why });
    if (required === true || where === 'path') reading.notCalled = `it requires ${what}, which can't be sent`;
    return undefined;
  };
  if (!isPlace(where)) return skip('no such place for a parameter is known');
  if (where === 'header' && OTHERS.test(String(name)))
    return skip('who sends the request sets this header itself');
  if (where === 'header' && String(name).toLowerCase() === CLIENT_HEADER) {
    if (required === true) reading.wantsKey = true;
    reading.uncovered.push({ what, why: 'it is where the client puts its key' });
    return undefined;
  }
  const described = readValue(reading, place.pointer, place.value);
  if (described === undefined) return skip('it has no schema, and no JSON as its content');
  const styles: readonly Style[] = STYLES[where];
  const style = (place.value.style ?? styles[0]) as Style;
  if (!styles.includes(style)) return skip(`style ${style} is not for the ${where}`);
  if (place.value.allowEmptyValue === true) {
    reading.uncovered.push({
      what: `${what}, allowEmptyValue`,
      why: 'what an empty value means is not said',
    });
  }
  const explode = place.value.explode ?? style === 'form';
  return {
    name: String(name),
    in: where,
    required: required === true,
    style,
    explode: explode === true,
    isAlone: path.split('/').includes(`{${name}}`),
    ...described,
  };
}

function readValue({ document }: Reading, pointer: string, parameter: JsonObject) {
  const [[mediaType, content] = []] = entriesOf(parameter.content);
  const holder = isObject(content) ? content : parameter;
  if (holder.schema === undefined || (mediaType !== undefined && !isJsonMediaType(mediaType)))
    return undefined;
  const at = mediaType === undefined ? pointer : child(child(pointer, 'content'), mediaType);
  const example = holder.example ?? readExamples(document, at, holder)[0]?.value;
  return { schema: child(at, 'schema'), example, mediaType };
}

/** OpenAPI says to ignore these, which other parts of the document are about. */
function isIgnored({ in: where, name }: JsonObject): boolean {
  return where === 'header' && /^(accept|content-type|authorization)$/i.test(String(name));
}

function isPlace(where: Json | undefined): where is Parameter['in'] {
  return typeof where === 'string' && Object.hasOwn(STYLES, where);
}

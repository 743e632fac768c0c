// Makes drawn values look like what they stand for: where a field's name or format says what it holds, not a word of Latin but a date,
// an address or a name. The same value comes out as the same, so that a seed still gives the same answer.
import { createHash } from 'node:crypto';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type JsonObject } from '@agentsource/openapi/json';
import { child } from '@agentsource/openapi/pointer';
import { inPlace, propertiesOf } from '../declared/schemas.ts';
import type { Judge } from '../judging/judge.ts';

/** A text of a kind; `draw` gives the same number for the same value, from 0 to less than `below`. */
type Kind = (draw: (below: number) => number, hex: string) => string;

const oneOf =
  (...texts: string[]): Kind =>
  (draw) =>
    texts[draw(texts.length)] as string;

const FIRST = ['Jane', 'Amir', 'Lucía', 'Noah', 'Mei', 'Olu'];
const LAST = ['Doe', 'Haddad', 'Fernández', 'Berg', 'Chen', 'Adeyemi'];
const COMPANIES = ['Acme', 'Globex', 'Initech', 'Umbrella', 'Hooli', 'Stark Industries'];
const JOBS = ['Head of Sales', 'Chief Technology Officer', 'Software Engineer', 'Account Executive'];

/** In the year 2026. */
const dateTime: Kind = (draw) =>
  new Date(Date.UTC(2026, 0, 1) + draw(31_536_000) * 1000).toISOString().replace('.000', '');
const date: Kind = (draw, hex) => dateTime(draw, hex).slice(0, 10);
const url: Kind = (_, hex) => `https://www.example.com/${hex.slice(0, 6)}`;
const email: Kind = (draw) => `${['jane', 'amir', 'noah', 'mei'][draw(4)]}.${draw(100)}@example.com`;
const person: Kind = (draw) => `${FIRST[draw(FIRST.length)]} ${LAST[draw(LAST.length)]}`;

const FORMATS: Record<string, Kind> = {
  'date-time': dateTime,
  date,
  uri: url,
  url,
  email,
  hostname: oneOf('example.com', 'www.example.org'),
};

/** By the last words of a name, the most exact first. */
const NAMES: [words: RegExp, kind: Kind][] = [
  [/(?:^|_)(?:time|timestamp|datetime|at)$/, dateTime],
  [/(?:^|_)(?:date|day|birthday|on)$/, date],
  [/(?:^|_)(?:url|uri|link|href|website|homepage)$/, url],
  [/(?:^|_)e_?mail(?:_address)?$/, email],
  [/(?:^|_)(?:domain|hostname|host)$/, FORMATS.hostname as Kind],
  [/(?:^|_)(?:phone|phone_number|mobile|fax)$/, (draw) => `+1 555 01${String(draw(100)).padStart(2, '0')}`],
  [/(?:^|_)(?:first|given)_name$/, oneOf(...FIRST)],
  [/(?:^|_)(?:last|family)_name$|^surname$/, oneOf(...LAST)],
  [/(?:^|_)(?:company|organi[sz]ation|employer|business)(?:_name)?$/, oneOf(...COMPANIES)],
  [/(?:^|_)(?:full_name|person|prospect_name|user_name|contact_name|author|owner)$/, person],
  [/(?:^|_)(?:job_title|title|role|position|occupation)$/, oneOf(...JOBS)],
  [/(?:^|_)(?:city|city_name|town)$/, oneOf('Lisbon', 'Toronto', 'Nairobi', 'Osaka')],
  [/(?:^|_)country(?:_name)?$/, oneOf('Portugal', 'Canada', 'Kenya', 'Japan')],
  [/(?:^|_)(?:street|address)$/, (draw) => `${1 + draw(99)} Main Street`],
  [/(?:^|_)name$/, person],
  [/(?:^|_)(?:secret|token|key)$/, (_, hex) => hex.slice(0, 32)],
  [
    /(?:^|_)(?:id|uuid|guid)$/,
    (_, hex) =>
      `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`,
  ],
  [
    /(?:^|_)(?:description|summary|message|msg|details|comment|note|text)$/,
    oneOf('As agreed.', 'Nothing to add.', 'See the attached list.'),
  ],
];

export interface Described {
  document: OpenApiDocument;
  judge: Judge;
}

export function plausible(value: unknown, schema: string, described: Described, name = ''): unknown {
  if (typeof value === 'string') return text(value, schema, described, name);
  const { document } = described;
  if (Array.isArray(value)) {
    const items = inPlace(document, schema).find((place) => isObject(place.value.items));
    if (!items) return value;
    // A list is named in the plural.
    const singular = name.replace(/s$/, '');
    return value.map((item) => plausible(item, child(items.pointer, 'items'), described, singular));
  }
  return isObject(value as never) ? object(value as JsonObject, schema, described) : value;
}

function object(value: JsonObject, schema: string, described: Described): unknown {
  const declared = propertiesOf(described.document, schema);
  const isMap = inPlace(described.document, schema).some((place) =>
    isObject(place.value.additionalProperties),
  );
  const members = Object.entries(value).flatMap(([name, inner]): [string, unknown][] => {
    const property = declared.get(name);
    if (property !== undefined) return [[name, plausible(inner, property, described, name)]];
    // What no schema names, a generator makes up.
    return declared.size === 0 || isMap ? [[name, inner]] : [];
  });
  const all = Object.fromEntries(members);
  return described.judge.answer(schema, all).length === 0 ? all : value;
}

function text(value: string, schema: string, { document, judge }: Described, name: string): string {
  const places = inPlace(document, schema).map((place) => place.value);
  const isChosen = places.some((one) =>
    [one.enum, one.const, one.pattern].some((said) => said !== undefined),
  );
  if (isChosen) return value;
  const format = places.map((one) => one.format).find((one) => typeof one === 'string');
  const kind = format === undefined ? kindOf(name) : FORMATS[String(format)];
  if (!kind) return value;
  const hex = createHash('sha256').update(`${name} ${value}`).digest('hex');
  let used = 0;
  const draw = (below: number) => Number.parseInt(hex.slice(4 * used, 4 * ++used + 8), 16) % below;
  const made = kind(draw, hex);
  return judge.answer(schema, made).length === 0 ? made : value;
}

/** `createdAt` is `created_at`. */
function kindOf(name: string): Kind | undefined {
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
  return NAMES.find(([last]) => last.test(words))?.[1];
}

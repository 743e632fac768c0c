// What constrains arrays as a whole: `minItems`, `maxItems`, `uniqueItems`.
import type { Json, JsonObject } from '@agentsource/openapi/json';
import { itemsOf } from '../instances.ts';
import { LIMITS } from '../limits.ts';
import type { SchemaPlace } from '../schema.ts';
import { accepted, type KeywordVariant, refused } from '../variant.ts';

export function arrayVariants(place: SchemaPlace, base: Json[]): KeywordVariant[] {
  const { minItems, maxItems, uniqueItems } = place.schema;
  const ofLength = (length: number) => listOfLength(place, base, length);
  const variants: KeywordVariant[] = [];
  if (typeof minItems === 'number') {
    variants.push(accepted('minItems', `${minItems} items`, ofLength(minItems)));
    if (minItems > 0) variants.push(refused('minItems', `${minItems - 1} items`, ofLength(minItems - 1)));
  } else variants.push(accepted('open', 'no items', []));
  if (typeof maxItems === 'number') {
    variants.push(accepted('maxItems', `${maxItems} items`, ofLength(maxItems)));
    // What an item is may be said elsewhere.
    if (place.schema.items === undefined && maxItems <= LIMITS.items)
      variants.push(accepted('maxItems', `${maxItems} items`, repeated(base, maxItems)));
    variants.push(refused('maxItems', `${maxItems + 1} items`, ofLength(maxItems + 1)));
  } else variants.push(accepted('open', 'many items', ofLength(50) ?? ofLength(base.length + 1)));
  const some = ofLength(typeof minItems === 'number' ? Math.max(1, minItems - 1) : 1);
  const withOneTwice = some && [...some, some[0] as Json];
  if (uniqueItems === true) {
    variants.push(accepted('uniqueItems', 'distinct items', ofLength(Math.max(2, Number(minItems ?? 0)))));
    variants.push(refused('uniqueItems', 'an item twice', withOneTwice));
  } else variants.push(accepted('open', 'an item twice', withOneTwice));
  return [...variants, ...closedVariants(place, base)];
}

/** Nothing may follow what the schema describes. */
function closedVariants({ schema }: SchemaPlace, base: Json[]): KeywordVariant[] {
  const filled = [...base, ...Array<Json>(itemsOfTuple(schema).length).fill('text0')];
  return ['items', 'unevaluatedItems'].flatMap((keyword) =>
    schema[keyword] === false
      ? [
          accepted(keyword, 'no item too many', base),
          refused(keyword, 'an item too many', [...filled, 'text0']),
        ]
      : [],
  );
}

function itemsOfTuple({ prefixItems }: JsonObject): Json[] {
  return Array.isArray(prefixItems) ? prefixItems : [];
}

function repeated(base: Json[], length: number): Json[] {
  return Array.from(
    { length: base.length === 0 ? 0 : length },
    (_, index) => base[index % base.length] as Json,
  );
}

/** The array cut or filled up to a length, with items that it does not have yet where there are any. */
function listOfLength(place: SchemaPlace, base: Json[], length: number): Json[] | undefined {
  if (length < 0 || length > LIMITS.items) return undefined;
  const more = base.length < length ? itemsOf(place, length + base.length) : [];
  const known = new Set(base.map((item) => JSON.stringify(item)));
  const fresh = more.filter((item) => !known.has(JSON.stringify(item)));
  const list = [...base, ...(fresh.length + base.length >= length ? fresh : more)].slice(0, length);
  return list.length === length ? list : undefined;
}

// What a header's text may stand for.
import type { Json } from '@agentsource/openapi/json';

/** The text itself, the list that it is (`a,b`), and the object that it is with and without `explode` (`a=1,b=2`; `a,1,b,2`). */
export function headerValues(text: string): Json[] {
  const items = text.split(',').map((item) => item.trim());
  const pairs = items.map((item) => item.split('='));
  const halves = Array.from({ length: Math.floor(items.length / 2) }, (_, index) =>
    items.slice(2 * index, 2 * index + 2),
  );
  const values: Json[] = [text, items];
  if (pairs.every(({ length }) => length === 2)) values.push(Object.fromEntries(pairs));
  if (items.length % 2 === 0) values.push(Object.fromEntries(halves));
  return values;
}

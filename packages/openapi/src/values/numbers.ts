// Numbers that satisfy a schema: within its bounds, and multiples of what it asks for. Deterministic.
import type { JsonObject } from '../json.ts';

/** Candidates, the smallest first; whether each one satisfies the schema is for the caller to check. */
export function* numbersFor(schema: JsonObject, count: number): Generator<number> {
  const step = stepOf(schema);
  const { least, most } = boundsOf(schema);
  const start = least ?? (most !== undefined && most < 1 ? most - count * step : step);
  for (let index = 0; index <= count + 1; index += 1) {
    yield isSnapped(schema) ? nextMultiple(start, step) + index * step : start + index * step;
  }
  if (least !== undefined && most !== undefined) yield (least + most) / 2;
}

/** How far apart the numbers of a schema are: 1 where it does not say, less where there is no room for that. */
export function stepOf(schema: JsonObject): number {
  if (typeof schema.multipleOf === 'number') return schema.multipleOf;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = boundsOf(schema);
  const room = most - least;
  const isNarrow = room > 0 && (room < 1 || (room <= 2 && isExclusive(schema)));
  return isNarrow && schema.type !== 'integer' ? room / 4 : 1;
}

/** The last number of a schema within a bound, seen from there. */
export function nearestWithin(schema: JsonObject, bound: number, outwards: 1 | -1): number {
  if (!isSnapped(schema)) return bound;
  const step = stepOf(schema);
  return outwards < 0 ? nextMultiple(bound, step) : -nextMultiple(-bound, step);
}

/** Whether the numbers are multiples of something. */
function isSnapped({ multipleOf, type }: JsonObject): boolean {
  return typeof multipleOf === 'number' || type === 'integer';
}

function nextMultiple(number: number, step: number): number {
  const times = number / step;
  const whole = Math.round(times);
  // 0.07 is 7.000000000000001 times 0.01.
  return (Math.abs(times - whole) < 1e-9 * Math.max(1, Math.abs(whole)) ? whole : Math.ceil(times)) * step;
}

function isExclusive({ exclusiveMinimum, exclusiveMaximum }: JsonObject): boolean {
  return exclusiveMinimum !== undefined || exclusiveMaximum !== undefined;
}

function boundsOf({ minimum, exclusiveMinimum, maximum, exclusiveMaximum }: JsonObject) {
  const numbers = (...bounds: unknown[]) => bounds.filter((bound) => typeof bound === 'number');
  const lower = numbers(minimum, exclusiveMinimum);
  const upper = numbers(maximum, exclusiveMaximum);
  return {
    least: lower.length > 0 ? Math.max(...lower) : undefined,
    most: upper.length > 0 ? Math.min(...upper) : undefined,
  };
}

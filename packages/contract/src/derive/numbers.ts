// Numbers that satisfy a schema: within its bounds, and multiples of what it asks for. Deterministic.
import type { JsonObject } from '@agentsource/openapi/json';

/** Candidates, the smallest first; whether each one satisfies the schema is for the caller to check. */
export function* numbersFor(schema: JsonObject, count: number): Generator<number> {
  const step = stepOf(schema);
  const { minimum, exclusiveMinimum, maximum, exclusiveMaximum } = schema;
  const most = [maximum, exclusiveMaximum].find((bound) => typeof bound === 'number') as number | undefined;
  const least = [minimum, exclusiveMinimum].find((bound) => typeof bound === 'number') as number | undefined;
  const start = least ?? (most !== undefined && most < 1 ? most - count * step : step);
  for (let index = 0; index <= count + 1; index += 1) yield Math.ceil(start / step) * step + index * step;
  if (least !== undefined && most !== undefined) yield (least + most) / 2;
}

/** How far apart the numbers of a schema are; 1 where it does not say. */
export function stepOf({ multipleOf }: JsonObject): number {
  return typeof multipleOf === 'number' ? multipleOf : 1;
}

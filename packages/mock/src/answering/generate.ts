// Where the document has no example, Prism generates a response from the schema, and often one that violates it (it ignores
// patterns, among others). Here such a response is repaired with the values of Prism's other generator, which often knows better.
import { isObject, type JsonObject } from '../json.ts';
import type { Violation } from '../judging/violations.ts';
import { isProblem, type PrismProblem, type PrismResponse } from './choose.ts';

/** Tries before giving up; on three real documents 6 sufficed. */
const SEEDS = 20;

export interface Repair {
  /** The response that violates its schema; undefined when Prism could generate none. */
  violating: PrismResponse | undefined;
  /** Generates another one, the same for the same seed. */
  generate: (seed: string) => PrismResponse | PrismProblem;
  violationsOf: (response: PrismResponse) => Violation[];
}

/** A response that satisfies its schema, always the same one; undefined when none is found. */
export function repair({ violating, generate, violationsOf }: Repair): PrismResponse | undefined {
  const violations = violating ? violationsOf(violating) : [];
  for (let seed = 1; seed <= SEEDS; seed++) {
    const generated = generate(String(seed));
    if (isProblem(generated)) continue;
    const candidates = violating ? mixed(violating, violations, generated) : [generated];
    const valid = candidates.find((candidate) => violationsOf(candidate).length === 0);
    if (valid) return valid;
  }
  return undefined;
}

/** With as much as possible of the violating response: its headers, and its body but for the members that violate the schema. */
function mixed(
  violating: PrismResponse,
  violations: readonly Violation[],
  generated: PrismResponse,
): PrismResponse[] {
  const whole = { ...generated, headers: violating.headers ?? {} };
  const members = violations.map(({ path = [] }) => path[1]);
  if (!isObject(violating.body) || !isObject(generated.body) || members.includes(undefined)) return [whole];
  // `request_status` stays `success`, ids become real ones.
  const replaced = Object.entries(generated.body).filter(([member]) => members.includes(member));
  const body: JsonObject = { ...violating.body, ...Object.fromEntries(replaced) };
  return [{ ...whole, body }, whole];
}

// Where the document has no example, Prism makes an answer up from the schema, and often one that violates it (it ignores
// patterns, among others). Here such an answer is mended with the values of Prism's generator, which often knows better.
import { isObject } from './document.ts';
import type { Preferences, PrismAnswer, PrismProblem, PrismRequest } from './prism.ts';
import { isProblem } from './prism.ts';

type Output = PrismAnswer['output'];

export interface Maker {
  ask(request: PrismRequest, preferences: Preferences): Promise<PrismAnswer | PrismProblem>;
  /** Whether a body satisfies the schema that the document declares for the answer. */
  isValid(request: PrismRequest, output: Output): Promise<boolean>;
}

/** Tries before giving up and sending an answer that violates its schema, marked as such; on three real documents 6 sufficed. */
const SEEDS = 20;

/** A valid answer in place of one that is not, always the same for the same request; undefined when none is found. */
export async function mend(
  { ask, isValid }: Maker,
  request: PrismRequest,
  preferences: Preferences,
  violating: PrismAnswer | PrismProblem,
): Promise<Output | undefined> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const made = await ask(request, { ...preferences, dynamic: true, seed: String(seed) });
    if (isProblem(made)) continue;
    const { output } = made;
    if (isProblem(violating)) {
      if (made.response.length === 0) return output;
      continue;
    }
    const headers = violating.output.headers ?? {};
    const mixed = { ...output, headers, body: graft(violating, output.body) };
    if (await isValid(request, mixed)) return mixed;
    const whole = { ...output, headers };
    if (await isValid(request, whole)) return whole;
  }
  return undefined;
}

/** The plain answer with only its violating members replaced: `request_status` stays `success`, ids become real ones. */
function graft({ output, response }: PrismAnswer, body: unknown): unknown {
  if (!isObject(output.body) || !isObject(body)) return body;
  const mixed = { ...output.body };
  for (const { path: [, member] = [] } of response) {
    if (member === undefined) return body;
    if (member in body) mixed[member] = body[member];
    else delete mixed[member];
  }
  return mixed;
}

// Where the document has no example, Prism makes an answer up from the schema, and often one that violates it (it ignores
// patterns, among others). Here such an answer is mended with the values of Prism's generator, which often knows better.
import { isObject } from '../document.ts';
import { isProblem, type Preferences, type PrismAnswer, type PrismProblem } from './index.ts';

type Output = PrismAnswer['output'];

/** Tries before giving up and sending an answer that violates its schema, marked as such; on three real documents 6 sufficed. */
const SEEDS = 20;

/** A valid answer in place of one that is not, always the same for the same request; undefined when none is found. */
export async function mend(
  violating: PrismAnswer | PrismProblem,
  preferences: Preferences,
  ask: (preferences: Preferences) => Promise<PrismAnswer | PrismProblem>,
  isValid: (output: Output) => Promise<boolean>,
): Promise<Output | undefined> {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const made = await ask({ ...preferences, dynamic: true, seed: String(seed) });
    if (isProblem(made)) continue;
    if (isProblem(violating)) {
      if (made.response.length === 0) return made.output;
      continue;
    }
    const { headers = {} } = violating.output;
    for (const body of [graft(violating, made.output.body), made.output.body]) {
      const output = { ...made.output, headers, body };
      if (await isValid(output)) return output;
    }
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
  }
  return mixed;
}

// Finds a key that JSON text gives twice in one object. JSON.parse keeps the last one silently, and the rest of the document
// would be lost without a word.
import { pointerOf } from './pointer.ts';

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

/** The JSON Pointer of the first doubled key, or undefined. Expects text that JSON.parse accepts. */
export function doubledKey(json: string): string | undefined {
  const stack: { keys?: Set<string>; at: string | number }[] = [];
  let text = '';
  for (const [token] of json.matchAll(TOKEN)) {
    const top = stack.at(-1);
    if (token === '{') stack.push({ keys: new Set(), at: '' });
    else if (token === '[') stack.push({ at: 0 });
    else if (token === '}' || token === ']') stack.pop();
    else if (token === ',') {
      if (typeof top?.at === 'number') top.at += 1;
    } else if (token === ':') {
      const key = JSON.parse(text) as string;
      if (top?.keys === undefined) continue;
      top.at = key;
      if (top.keys.has(key)) return pointerOf(stack.map(({ at }) => at));
      top.keys.add(key);
    } else text = token;
  }
  return undefined;
}

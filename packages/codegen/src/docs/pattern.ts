// A pattern in plain words where it is one of the simple kind: one set of characters, so many of them.

/** `^[a-f0-9]{40}$`, with the set and how many as groups. */
const ONE_SET = /^\^(?<set>\\[dw]|\[(?:[^\\\]^[]|\\[\]\\dw\-./])+\])(?<count>\{\d+(?:,\d*)?\}|[+*]?)\$$/;

/** `40 characters of a-f and 0-9`; undefined where the pattern says more than that. */
export function patternInWords(pattern: string): string | undefined {
  const { set, count } = ONE_SET.exec(pattern)?.groups ?? {};
  if (set === undefined || count === undefined) return undefined;
  const parts = partsOf(set);
  if (parts === undefined) return undefined;
  const many = howMany(count);
  const noun = many === '1' ? 'character' : 'characters';
  if (parts.length === 1 && parts[0] === '0-9') return `${many} ${many === '1' ? 'digit' : 'digits'}`;
  return `${many} ${noun} of ${listOf(parts)}`;
}

/** What a set holds: ranges, and characters by themselves; undefined where it can't be said. */
function partsOf(set: string): string[] | undefined {
  const inner = set.startsWith('[') ? set.slice(1, -1) : set;
  const parts = inner.match(/[^\\]-[^\\]|\\?./gs) ?? [];
  const words = parts.flatMap((part) => {
    if (part === '\\d') return ['0-9'];
    if (part === '\\w') return ['A-Z', 'a-z', '0-9', '_'];
    return [part === ' ' ? 'space' : part.replace(/^\\/, '')];
  });
  return words.every((word) => /^[!-~]+$/.test(word)) && words.length <= 8 ? words : undefined;
}

function howMany(count: string): string {
  const [, least, comma, most] = /^\{(\d+)(,?)(\d*)\}$/.exec(count) ?? [];
  if (least === undefined) return count === '+' ? '1 or more' : count === '*' ? 'any number of' : '1';
  if (!comma) return least;
  return most ? `${least} to ${most}` : `${least} or more`;
}

/** `a, b and c`. */
export function listOf(words: readonly string[], last = 'and'): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

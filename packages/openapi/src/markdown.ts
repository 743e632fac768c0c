// A document's text in Markdown: the one place where it becomes code, which is shown as it is. Outside of code, what it says could be
// markup, a mention of somebody, or an order to close an issue.

/** Characters that are shown at most. */
const LONG = 100;

/** Characters that a reader doesn't see as they are: controls, separators, changes of direction, halves of pairs. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** Text as a code span: on one line, of bearable length, shown as it is whatever it holds. */
export function code(text: string, limit = LONG): string {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  const short = line.length > limit ? `${line.slice(0, limit - 1).toWellFormed()}…` : line;
  // An empty span can't be written.
  if (short === '') return '` `';
  const longest = Math.max(0, ...[...short.matchAll(/`+/g)].map(([run]) => run.length));
  if (longest === 0) return `\`${short}\``;
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${short} ${fence}`;
}

/** A version as text where it is one, as code where it is anything. */
export function version(text: string): string {
  return /^[\w.+-]{1,64}$/.test(text) && !/__/.test(text) ? text : code(text);
}

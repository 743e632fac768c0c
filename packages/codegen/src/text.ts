// A document's text in generated TypeScript: the one place where it becomes a string, a comment or a name, so that it never becomes
// anything else.

/** Characters that a reader doesn't see as they are, or that end a line somewhere: controls, separators, changes of direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** A string literal in single quotes. */
export function tsString(text: string): string {
  return `'${escapeUnseen(text.replaceAll(/['\\]/g, (character) => `\\${character}`))}'`;
}

/** One line for a comment, which it can't end. */
export function tsComment(text: string): string {
  return escapeUnseen(text.replaceAll(/\s+/g, ' ').trim()).replaceAll('*/', '*\\/');
}

/** The same text with what can't be seen spelled as escapes, which mean the same in strings and patterns. */
export function escapeUnseen(text: string): string {
  return text.replaceAll(UNSEEN, (character) =>
    [...Array(character.length).keys()]
      .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

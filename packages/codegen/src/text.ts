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

/** Characters of a paragraph that a terminal shows at most. */
const LONG_PARAGRAPH = 600;

/** One line for a terminal, without anything that a terminal would obey; empty for what is no text. */
export function plainText(text: unknown): string {
  if (typeof text !== 'string') return '';
  const line = text.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, '').trim();
  return line.length > LONG_PARAGRAPH ? `${line.slice(0, LONG_PARAGRAPH - 1).trimEnd()}…` : line;
}

/** The same of each paragraph. */
export function plainParagraphs(text: unknown): string[] {
  if (typeof text !== 'string') return [];
  return text
    .split(/\n\s*\n/)
    .map(plainText)
    .filter(Boolean);
}

/** Characters that are shown of a piece of code at most. */
const LONG_CODE = 100;

/**
 * The lines of a text within JSDoc, which editors show as Markdown: its words and `code`, and no tag, link, image or HTML. Lines and
 * paragraphs stay.
 */
export function docText(text: string): string[] {
  const lines = text.trim().split(/\r\n|[\n\r\u2028\u2029]/);
  const written = lines.map((line) =>
    inDoc(
      line
        .replaceAll('\t', ' ')
        .trimEnd()
        .split(/(?<![`\\])(`[^`\\]+`)(?!`)/)
        .map(proseOrCode)
        .join(''),
    ),
  );
  // No more than one empty line in a row.
  return written.filter((line, index) => line !== '' || (written[index - 1] !== '' && index > 0));
}

/** A code span within JSDoc: one line, of bearable length. */
export function docCode(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const short = line.length > LONG_CODE ? `${[...line].slice(0, LONG_CODE - 1).join('')}…` : line;
  const longest = Math.max(0, ...[...short.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || short === '' ? ' ' : '';
  return inDoc(fence + space + short + space + fence);
}

/** A line of JSON within JSDoc, which is JSON still. */
export function docJson(line: string): string {
  return escapeUnseen(line)
    .replaceAll('*/', '*\\/')
    .replaceAll(/([\s{])@/g, '$1\\u0040');
}

/** Every second part of a line is code. */
function proseOrCode(part: string, index: number): string {
  return index % 2 === 1 ? part : part.replaceAll(/[\\`[\]<]/g, (character) => `\\${character}`);
}

/** What would end the comment, or begin a tag. */
function inDoc(line: string): string {
  return escapeUnseen(line)
    .replaceAll('*/', '*\\/')
    .replaceAll(/(^|[\s{])@/g, '$1\\@');
}

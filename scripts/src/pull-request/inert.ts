// A report as the text of a pull request: on GitHub, "@name" calls a person and "Fixes #1" closes an issue.

/** Can't be seen, and parts what would be live were it together. */
const ZERO_WIDTH_SPACE = '\u200b';

/**
 * The same text to the eye, with nothing in it that GitHub acts on: mentions, references to issues in all their spellings, and the
 * HTML entities that would become either.
 */
export function inert(markdown: string): string {
  return markdown
    .replaceAll(/@|&(?=(?:commat|num|sol);)/g, `$&${ZERO_WIDTH_SPACE}`)
    .replaceAll(/(#|\bGH-|\/(?:issues|pull|discussions)\/)(?=\w)/gi, `$1${ZERO_WIDTH_SPACE}`);
}

// Text as a word of a POSIX shell, which it can't leave.
import { visible } from '../visible.ts';

export function shellWord(text: string): string {
  const word = visible(text.replaceAll(/[\n\t]/g, ' '));
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** Words on lines of their own where they would be too long for one. */
export function shellLines(words: readonly string[]): string {
  const line = words.join(' ');
  return line.length <= 100 ? line : words.join(' \\\n  ');
}

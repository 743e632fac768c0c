// Text for standard output and standard error. It may quote anybody, and in a workflow GitHub's runner obeys what it reads there:
// a line that begins with "::", blanks before it or not, and "##[" anywhere.

/** The same text with a blank in every such place. */
export function forJobLog(text: string): string {
  return text
    .replaceAll('##[', '## [')
    .split(/([\r\n\u0085\u2028\u2029])/)
    .map((line) => line.replace(/^([\s\p{C}]*):(?=:)/u, '$1: '))
    .join('');
}

/** JSON that means the same: outside of strings neither can stand. */
export function jsonForJobLog(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll('##[', '\\u0023#[');
}

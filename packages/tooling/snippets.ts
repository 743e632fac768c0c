// Takes the TypeScript snippets out of Markdown, so that tests can compile and run what a reader would copy.

export interface Snippet {
  /** Where it starts, for the test's name: "README.md:12". */
  at: string;
  code: string;
}

/** Every ```ts fence of a Markdown text, in order. */
export function snippetsOf(markdown: string, file: string): Snippet[] {
  return [...markdown.matchAll(/^```ts\n(.*?)^```$/gms)].map((match) => ({
    at: `${file}:${markdown.slice(0, match.index).split('\n').length + 1}`,
    code: match[1] ?? '',
  }));
}

/** The ```ts fences within the JSDoc of a TypeScript source. */
export function snippetsOfSource(source: string, file: string): Snippet[] {
  const withoutStars = source.replaceAll(/^[ \t]*\* ?/gm, '');
  return snippetsOf(withoutStars, file);
}

// A document's text in generated TypeScript: the one place where it becomes a string, a comment or a name, so that it never becomes
// anything else.

/** Characters that a reader doesn't see as they are, or that end a line somewhere: controls, separators, changes of direction. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/gu;

/** A string literal in single quotes. */
export function tsString(text: string): string {
  const inner = text
    .replaceAll(/['\\]/g, (character) => `\\${character}`)
    .replaceAll(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);
  return `'${inner}'`;
}

/** One line for a comment, which it can't end. */
export function tsComment(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(UNSEEN, '�').replaceAll('*/', '*\\/').trim();
}

// What TypeScript does not take as the name of a type, or of a value, or takes only in some places; and what the module itself uses.
const RESERVED = new Set(
  `any as asserts async await bigint boolean break case catch class const constructor continue debugger declare default
  delete do else enum eval export extends false finally for from function get global if implements import in infer instanceof
  interface intrinsic is keyof let module namespace never new null number object of out override package private protected
  public readonly require return satisfies set static string super switch symbol this throw true try type typeof undefined
  unique unknown using var void while with yield arguments accessor abstract
  components operations paths webhooks $defs`.split(/\s+/),
);

/** A name for a type or a value: letters, digits, `_` and `$`; with a `_` behind where the word means something to TypeScript. */
export function tsIdentifier(text: string): string {
  const name = text.replaceAll(/[^A-Za-z0-9_$]/g, '_').replace(/^(?=\d|$)/, '_');
  return RESERVED.has(name) ? `${name}_` : name;
}

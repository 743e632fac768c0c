// Turns names of the document into TypeScript identifiers.

// What TypeScript does not take as the name of a type or of a value, or takes only in some places; and what the generated modules
// export under that name themselves.
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

/** `add_prospects_enrollments` → `AddProspectsEnrollments`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^(?=\d|$)/, '_');
}

/** What no module may export as a value: `then` makes it a promise to `import()`, `exports` is what CommonJS has. */
const NO_VALUES = new Set(['then', 'exports']);

/** `add_prospects_enrollments` → `addProspectsEnrollments`, `HTTPStatus` → `httpStatus`; with a `_` behind where the word means something. */
export function camelCase(name: string): string {
  const camel = pascalCase(name).replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
  return NO_VALUES.has(camel) ? `${camel}_` : tsIdentifier(camel);
}

/** Names that are each given once: a second one of the same spelling gets a `_` behind, a third two. */
export class UniqueNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  take(name: string): string {
    let free = name;
    while (this.#taken.has(free)) free += '_';
    this.#taken.add(free);
    return free;
  }
}

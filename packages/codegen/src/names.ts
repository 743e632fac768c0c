// Turns names of the document into TypeScript identifiers.

/** `add_prospects_enrollments` → `AddProspectsEnrollments`. */
export function pascalCase(name: string): string {
  return name
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')
    .replace(/^(?=\d)/, '_');
}

/** The names of an operation's request and response types. */
export function operationAliasNames(operationId: string): { request: string; response: string } {
  const name = pascalCase(operationId);
  return { request: `${name}Request`, response: `${name}Response` };
}

// Names that TypeScript does not let a type alias have, or that the generated module already exports.
const TAKEN = new Set(
  `any bigint boolean never null number object string symbol undefined unknown void break case catch class const continue
  debugger default delete do else enum export extends false finally for function if import in instanceof new return super
  switch this throw true try typeof var while with paths webhooks components operations $defs`.split(/\s+/),
);

/** A component's own name, or the nearest identifier when it isn't one. */
export function identifier(component: string): string {
  const name = component.replaceAll(/[^A-Za-z0-9_$]/g, '_').replace(/^(?=\d)/, '_');
  return TAKEN.has(name) ? `${name}_` : name;
}

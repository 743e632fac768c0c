// The text of the client's `src/generated/enums.ts`: for every component that is one of few values, these values and a guard.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, itemsOf, type Json } from '@agentsource/openapi/json';
import { aliasesOf } from './aliases.ts';
import { jsDoc } from './docs/comments.ts';
import { camelCase, pascalCase, UniqueNames } from './names.ts';
import { schemasOf } from './prepare/schema.ts';
import { docCode, tsString } from './text.ts';

type Scalar = string | number | boolean | null;

export interface NamedEnum {
  /** The name of its type. */
  type: string;
  /** JSON Pointer of the component. */
  pointer: string;
  values: readonly Scalar[];
  /** The names of what is exported. */
  valuesName: string;
  guardName: string;
}

/** What the module imports. */
const OWN_NAMES = ['api', 'isOneOf'];

export function enumsOf(document: OpenApiDocument): NamedEnum[] {
  const aliases = aliasesOf(document);
  const schemas = schemasOf(document);
  const names = new UniqueNames(OWN_NAMES);
  return aliases.flatMap(({ name, source, pointers: [pointer = ''] }) => {
    const values = 'component' in source ? valuesOf(schemas[source.component]) : undefined;
    if (!values || values.length === 0) return [];
    const [valuesName, guardName] = [camelCase(`${name}_values`), `is${pascalCase(name)}`].map((one) =>
      names.take(one),
    );
    return [{ type: name, pointer, values, valuesName, guardName } as NamedEnum];
  });
}

export function renderEnums(document: OpenApiDocument): string {
  const enums = enumsOf(document);
  if (enums.length === 0) return '// It names no set of values.\nexport type {};\n';
  return `import type * as api from '@agentsource/types';
import { isOneOf } from '../enums/is-one-of.ts';

${enums.map(renderEnum).join('\n')}`;
}

function renderEnum({ type, values, valuesName, guardName }: NamedEnum): string {
  return `${jsDoc([`All values of ${docCode(type)}, in the order of the document.`])}
export const ${valuesName} = [${values.map(literal).join(', ')}] as const;

${jsDoc([`Whether a value is one of ${docCode(type)} as this version of the document lists them.`])}
export function ${guardName}(value: unknown): value is api.${type} {
  return isOneOf(${valuesName}, value);
}
`;
}

function literal(value: Scalar): string {
  return typeof value === 'string' ? tsString(value) : JSON.stringify(value);
}

/** Of `enum`, or of one constant in each of several branches; undefined where a value may be something else. */
function valuesOf(schema: Json | undefined): Scalar[] | undefined {
  if (!isObject(schema)) return undefined;
  const branches = itemsOf(schema.oneOf ?? schema.anyOf);
  const constants = branches.map((branch) => (isObject(branch) ? branch.const : undefined));
  const listed = Array.isArray(schema.enum) ? schema.enum : constants;
  if (listed.length === 0 || !listed.every(isScalar)) return undefined;
  return [...new Set(listed)];
}

function isScalar(value: Json | undefined): value is Scalar {
  return value !== undefined && (typeof value !== 'object' || value === null);
}

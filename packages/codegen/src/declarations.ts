// What the client has to know of an operation that is not simply JSON sent and JSON answered: a table that is empty for most documents.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { entriesOf, type Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import { resolve } from '@agentsource/openapi/references';
import { type OperationPlace, operationsOf } from '@agentsource/openapi/walk';
import { mediaKindOf } from './media-kind.ts';
import { type ParameterStyle, styledPathOf, stylesOf } from './parameter-styles.ts';
import { parametersIn } from './parameters.ts';
import { ownServerOf } from './servers.ts';

/** What differs, of one operation; packages/client/src/transport/declared.ts reads it. */
export interface Declared {
  /** Media types of each answer that may be a success, by status, `2XX` or `default`; none where it has no content. */
  answers?: Record<string, string[]>;
  /** Media types of the request body. */
  body?: string[];
  /** The operation's own server. */
  server?: string;
  /** How query parameters are written, by name. */
  query?: Record<string, ParameterStyle>;
  /** The same of cookies, also where there is nothing to say of them: openapi-fetch sends none. */
  cookies?: Record<string, ParameterStyle>;
  /** The path as openapi-fetch wants it. */
  path?: string;
}

const JSON_TYPE = 'application/json';

/** By `METHOD /path`. */
export function declarationsOf(document: OpenApiDocument, baseUrl: string): Record<string, Declared> {
  const entries = operationsOf(document).map((place) => {
    const server = ownServerOf(document, place, baseUrl);
    const query = stylesOf('query', document, place);
    const path = styledPathOf(document, place);
    const declared: Declared = {
      ...answersOf(document, place),
      ...bodyOf(document, place),
      ...(server !== undefined && { server }),
      ...(parametersIn('cookie', document, place).size > 0 && {
        cookies: stylesOf('cookie', document, place),
      }),
      ...(Object.keys(query).length > 0 && { query }),
      ...(path !== place.path && { path }),
    };
    return [`${place.method.toUpperCase()} ${place.path}`, declared] as const;
  });
  return Object.fromEntries(entries.filter(([, declared]) => Object.keys(declared).length > 0));
}

/** The text of `src/generated/declarations.ts`, which reaches for the code that reads the table only where there is something in it. */
export function renderDeclarations(document: OpenApiDocument, baseUrl: string): string {
  const declarations = declarationsOf(document, baseUrl);
  const isEmpty = Object.keys(declarations).length === 0;
  const types = isEmpty ? 'Declarations, DeclaredCallsOf' : 'Declarations';
  const reader = isEmpty
    ? '/** What reads the table: nothing. */\nexport const declaredCalls: DeclaredCallsOf | null = null;'
    : "export { declaredCalls } from '../transport/declared-calls.ts';";
  return `import type { ${types} } from '../transport/declared.ts';

${reader}

/** By \`METHOD /path\`; an operation that is not here takes JSON or nothing, and answers 200 with JSON. */
export const DECLARATIONS: Declarations = ${JSON.stringify(declarations, null, 2)};
`;
}

function answersOf(document: OpenApiDocument, { operation }: OperationPlace): Pick<Declared, 'answers'> {
  const answers: Record<string, string[]> = {};
  for (const [status, response] of entriesOf(operation.responses)) {
    // 204 and 205 have no content whatever is declared.
    if (!/^(2\d\d|2XX|default)$/i.test(status) || status === '204' || status === '205') continue;
    const types = mediaTypesOf(document, response).map((type) => withoutParameters(type));
    const key = /^2xx$/i.test(status) ? '2XX' : status;
    answers[key] = [...new Set(types.map((type) => (isJsonMediaType(type) ? JSON_TYPE : type)))];
  }
  const isPlain = Object.keys(answers).join() === '200' && answers['200']?.join() === JSON_TYPE;
  return isPlain ? {} : { answers };
}

function bodyOf(document: OpenApiDocument, { operation }: OperationPlace): Pick<Declared, 'body'> {
  const body = mediaTypesOf(document, operation.requestBody);
  return body.length === 0 || body.join() === JSON_TYPE ? {} : { body };
}

/** JSON first, which is what is sent and expected unless somebody says otherwise. Only what can stand in a header. */
function mediaTypesOf(document: OpenApiDocument, holder: Json | undefined): string[] {
  const types = entriesOf(resolve(document, holder)?.value.content).map(([type]) => type.trim());
  const isJson = (type: string) => Number(mediaKindOf(type) === 'json');
  return types.filter((type) => /^[!-~]+\/[ -~]+$/.test(type)).sort((a, b) => isJson(b) - isJson(a));
}

function withoutParameters(mediaType: string): string {
  return (mediaType.split(';')[0] ?? '').trim().toLowerCase();
}

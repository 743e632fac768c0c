// The answer that a choice comes to: its headers and its body, and what of them violates the document.
import type { Json } from '@agentsource/openapi/json';
import { isJsonMediaType } from '@agentsource/openapi/media-type';
import type { Operation } from '../declared/operations.ts';
import type { Judge } from '../judging/judge.ts';
import { schemaViolations, type Violation } from '../judging/violations.ts';
import { isRange } from '../media-types.ts';
import { writeBody } from './bodies.ts';
import type { Choice, Preferences } from './choose.ts';
import type { Generator, Made } from './generate.ts';
import { headersFor } from './headers.ts';

/** What answers are made with. */
export interface Tools {
  judge: Judge;
  generator: Generator;
  /** Gives an example its keys as the document has them. */
  reveal: (value: Json) => Json;
}

export interface Answer {
  status: number;
  /** By name in lower case, `content-type` not among them. */
  headers: Record<string, string>;
  /** Undefined where there is none. */
  body?: { value: unknown; mediaType: string; schema?: string };
  violations: Violation[];
}

export function makeAnswer(
  tools: Tools,
  operation: Operation,
  choice: Choice,
  preferences: Preferences,
): Answer {
  const { status, response, content } = choice;
  const { headers, violations } = headersFor(response.headers, tools.generator);
  if (operation.deprecated) headers.deprecation = 'true';
  if (!content) return { status, headers, violations };
  const { value, errors } = bodyFor(tools, content, preferences);
  const inBody = schemaViolations(errors, value, { side: 'response', part: 'body' });
  const { mediaType, schema } = content;
  return {
    status,
    headers,
    body: { value, mediaType, ...(schema !== undefined && { schema }) },
    violations: [...inBody, ...violations, ...(writeBody(value, mediaType) ? [] : [unwritable(mediaType)])],
  };
}

function bodyFor(tools: Tools, content: NonNullable<Choice['content']>, preferences: Preferences): Made {
  const { schema, example } = content;
  if (preferences.body) {
    const { value } = preferences.body;
    return { value, errors: schema === undefined ? [] : tools.judge.answer(schema, value) };
  }
  if (!example && schema === undefined) return { value: anythingAs(content.mediaType), errors: [] };
  if (!example) return tools.generator.make(schema as string, preferences);
  const given = tools.reveal(example.value);
  // Text stands for what a schema describes only where it is JSON.
  if (schema === undefined || (typeof given === 'string' && !isJsonMediaType(content.mediaType))) {
    return { value: given, errors: [] };
  }
  const value = tools.judge.shown(schema, given);
  return { value, errors: tools.judge.answer(schema, value) };
}

/** Where nothing is described, something is sent all the same: content is declared, and an empty body would be none. */
function anythingAs(mediaType: string): Json {
  return isJsonMediaType(mediaType) || isRange(mediaType) ? null : 'string';
}

function unwritable(mediaType: string): Violation {
  const message = `Response body can't be written as ${mediaType}: an example that is text would be sent as it is`;
  return { path: ['body'], code: 'media-type', message, severity: 0 };
}

// What is wrong with the parameters of a request: path, query, headers, cookies.

import type { Operation } from '../declared/operations.ts';
import type { Parameter } from '../declared/parameters.ts';
import { firstThatFits, type Schemas, sought } from './fields.ts';
import type { MockRequest } from './request.ts';
import {
  cookiesOf,
  formDecoded,
  type Pairs,
  pairsOf,
  percentDecoded,
  readPairs,
  readText,
} from './styles.ts';
import { missing, type Place, schemaViolations, type Violation } from './violations.ts';

const PARTS = ['header', 'query', 'path', 'cookie'] as const;

export function parameterViolations(
  schemas: Schemas,
  operation: Operation,
  request: MockRequest,
): Violation[] {
  const texts = textsOf(operation, request);
  return PARTS.flatMap((part) => {
    const parameters = operation.parameters.filter((parameter) => parameter.in === part);
    return parameters.flatMap((parameter) => violationsOf(schemas, parameter, texts));
  });
}

interface Texts {
  path: ReadonlyMap<string, string>;
  header: MockRequest['headers'];
  query: Pairs;
  cookie: Pairs;
}

function textsOf({ template }: Operation, { path, headers, query }: MockRequest): Texts {
  return {
    path: template.match(path) ?? new Map(),
    header: headers,
    query: pairsOf(query),
    cookie: cookiesOf(headers.cookie),
  };
}

function violationsOf(schemas: Schemas, parameter: Parameter, texts: Texts): Violation[] {
  const { name, in: part, required, deprecated } = parameter;
  const readings = readingsOf(schemas, parameter, texts);
  const place: Place = { side: 'request', part };
  if (readings.length === 0) return required ? missing(name, place) : [];
  if (parameter.allowEmptyValue && readings.includes('')) return [];
  const { value, errors } = firstThatFits(schemas, parameter, readings);
  return [
    ...schemaViolations(errors, value, { ...place, name }),
    ...(deprecated ? [deprecation(parameter)] : []),
  ];
}

function readingsOf(schemas: Schemas, parameter: Parameter, texts: Texts): unknown[] {
  const { name, in: part } = parameter;
  const decode = part === 'query' ? formDecoded : part === 'header' ? (text: string) => text : percentDecoded;
  const wanted = sought(schemas, parameter, decode);
  if (part === 'query' || part === 'cookie') return readPairs(texts[part], wanted);
  const text = part === 'path' ? texts.path.get(name) : texts.header[name.toLowerCase()];
  return text === undefined ? [] : readText(text, wanted);
}

function deprecation({ name, in: part }: Parameter): Violation {
  const message = `${part.charAt(0).toUpperCase()}${part.slice(1)} param ${name} is deprecated`;
  return { path: [part, name], code: 'deprecated', message, severity: 1 };
}

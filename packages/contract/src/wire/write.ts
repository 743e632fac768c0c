// A case's request as it should leave: path, query, headers and body, written as the document declares.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json } from '@agentsource/openapi/json';
import type { Request } from '../derive/case.ts';
import type { Operation } from '../operation/operation.ts';
import type { Parameter } from '../operation/parameters.ts';
import { type WrittenBody, writeBody } from './body.ts';
import { cookieText, headerText, pathText, queryText } from './styles.ts';

/** A request as it should leave. */
export interface Written {
  path: string;
  query: string;
  headers: Record<string, string>;
  body: WrittenBody | undefined;
}

export function write(document: OpenApiDocument, operation: Operation, request: Request): Written {
  const { path, body, content, contentType, prefer, accept } = request;
  const valued = valuesOf(operation, request);
  const cookies = valued('cookie').map(({ parameter, value }) => cookieText(parameter, value));
  const texts = new Map(
    valued('path').map(({ parameter, value }) => [parameter.name, pathText(parameter, value)]),
  );
  const written = body === undefined ? undefined : writeBody(document, content, body);
  return {
    path: path.replaceAll(/\{([^}]+)\}/g, (template, name: string) => texts.get(name) ?? template),
    query: valued('query')
      .map(({ parameter, value }) => queryText(parameter, value))
      .join('&'),
    headers: {
      ...(prefer === undefined ? {} : { Prefer: prefer }),
      ...(accept === undefined ? {} : { Accept: accept }),
      ...(cookies.length === 0 ? {} : { Cookie: cookies.join('; ') }),
      ...Object.fromEntries(
        valued('header').map(({ parameter, value }) => [parameter.name, headerText(parameter, value)]),
      ),
    },
    body: written && { ...written, contentType: contentType ?? written.contentType },
  };
}

interface Valued {
  parameter: Parameter;
  value: Json;
}

function valuesOf({ parameters }: Operation, request: Request) {
  return (where: Parameter['in']): Valued[] =>
    parameters.flatMap((parameter) => {
      const { [where]: values } = request.parameters;
      const value = Object.hasOwn(values, parameter.name) ? values[parameter.name] : undefined;
      return parameter.in === where && value !== undefined ? [{ parameter, value }] : [];
    });
}

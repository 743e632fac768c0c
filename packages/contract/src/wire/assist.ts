// How a case is put to the client, and what the suite writes itself because the client does not: the caller's own serializers do it.

import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isObject, type Json } from '@agentsource/openapi/json';
import type { Request } from '../derive/case.ts';
import { formatOf } from '../operation/media-type.ts';
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
  const cookies = valued('cookie').map(
    ({ parameter, value }) => `${parameter.name}=${cookieText(parameter, value)}`,
  );
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
      const value = request.parameters[where][parameter.name];
      return parameter.in === where && value !== undefined ? [{ parameter, value }] : [];
    });
}

/** The call's options. What the client would write otherwise than `written` is written for it. */
export function optionsFor(operation: Operation, request: Request, written: Written): object {
  const { path, query, header } = request.parameters;
  const isParameter = ([name]: [string, string]) => Object.hasOwn(header, name);
  const headers = Object.entries(written.headers);
  const { contentType, content } = written.body ?? {};
  const isUsual = contentType === undefined || contentType === 'application/json';
  const others = writtenFor(operation, request);
  return {
    params: { path, query, header: Object.fromEntries(headers.filter(isParameter)) },
    headers: {
      ...Object.fromEntries(headers.filter((entry) => !isParameter(entry))),
      ...(isUsual ? {} : { 'Content-Type': contentType }),
    },
    ...(content !== undefined && { body: isJson(request) ? request.body : content }),
    ...(!isJson(request) && { bodySerializer: () => content }),
    ...(others.query.length > 0 && { querySerializer: () => written.query }),
    ...(others.path.length > 0 && { pathSerializer: () => written.path }),
  };
}

function isJson({ content }: Request): boolean {
  return content === undefined || formatOf(content.mediaType) === 'json';
}

/** The parameters that the client has no way to write by itself. */
export function writtenFor(operation: Operation, request: Request): Record<'path' | 'query', Parameter[]> {
  const valued = valuesOf(operation, request);
  const own = (where: 'path' | 'query', isOwn: (valued: Valued) => boolean) =>
    valued(where).flatMap((one) => (isOwn(one) ? [] : [one.parameter]));
  return { path: own('path', isClientsPath), query: own('query', isClientsQuery) };
}

function isClientsPath({ parameter: { style, mediaType }, value }: Valued): boolean {
  return style === 'simple' && mediaType === undefined && !isObject(value);
}

function isClientsQuery({ parameter: { style, explode, mediaType }, value }: Valued): boolean {
  if (mediaType !== undefined) return false;
  if (isObject(value))
    return style === 'deepObject' && Object.values(value).every((inner) => !Object(inner).length);
  return !Array.isArray(value) || (style === 'form' && explode);
}

// How a case is put to the client, and what the suite writes itself because the client does not: the caller's own serializers do it.

import { DOCUMENT_SHA256 } from '@agentsource/client';
import type { OpenApiDocument } from '@agentsource/openapi/document';
import type { Json } from '@agentsource/openapi/json';
import type { Case, Request } from '../derive/case.ts';
import { concrete, formatOf } from '../operation/media-type.ts';
import type { Operation } from '../operation/operation.ts';
import type { Parameter } from '../operation/parameters.ts';
import { responseFor } from '../operation/responses.ts';
import type { Subject } from '../subject.ts';
import { valueFor, type WrittenBody, writeBody } from './body.ts';
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
      const value = request.parameters[where][parameter.name];
      return parameter.in === where && value !== undefined ? [{ parameter, value }] : [];
    });
}

/** The call's options. What the client would write otherwise than `written` is written for it. */
export function optionsFor(subject: Subject, { operation, request, expect }: Case, written: Written): object {
  const { path, query, header, cookie } = request.parameters;
  const isOwn = isClients(subject);
  const { type, ...body } = isOwn ? declaredBody(subject, operation, request) : writtenBody(written);
  const { Cookie, ...headers } = written.headers;
  const isParameter = ([name]: [string, string]) => Object.hasOwn(header, name);
  const isJsonInPath = operation.parameters.some(({ in: where, mediaType }) => where === 'path' && mediaType);
  return {
    ...body,
    params: {
      path,
      query,
      header: Object.fromEntries(Object.entries(headers).filter(isParameter)),
      ...(isOwn && Cookie !== undefined && { cookie }),
    },
    headers: {
      ...Object.fromEntries(Object.entries(headers).filter((entry) => !isParameter(entry))),
      ...(isOwn || Cookie === undefined ? {} : { Cookie }),
      ...(type === undefined ? {} : { 'Content-Type': type }),
    },
    ...(!isOwn && { querySerializer: () => written.query }),
    ...((!isOwn || isJsonInPath) && {
      pathSerializer: (url: string) => url.replace(request.path, () => written.path),
    }),
    ...(!isOwn && isOther(operation, expect) && { parseAs: 'text' }),
  };
}

/** Whether the client was made from this document, and so knows by itself what its bodies and answers are. */
export function isClients({ sha256 }: Subject): boolean {
  return sha256 === DOCUMENT_SHA256;
}

/** The value itself: the client writes it as declared. */
function declaredBody({ document }: Subject, { body }: Operation, request: Request): BodyOptions {
  const { content, contentType } = request;
  if (request.body === undefined) return {};
  const value = valueFor(document, content, request.body);
  if (contentType !== undefined) return { body: value, type: contentType };
  const isUsual = content === undefined || (isOnly(body) && content.mediaType === 'application/json');
  return { body: value, ...(!isUsual && { contentType: concrete(content.mediaType) }) };
}

function isOnly(body: Operation['body']): boolean {
  return body?.contents.length === 1;
}

/** The bytes: of another document the client knows nothing. */
function writtenBody({ body }: Written): BodyOptions {
  if (body === undefined) return {};
  const { content, contentType: type } = body;
  return { body: content, bodySerializer: () => content, type };
}

interface BodyOptions {
  body?: unknown;
  bodySerializer?: () => unknown;
  contentType?: string;
  /** What the header says, whatever the body is. */
  type?: string | undefined;
}

/** Whether the answer is declared to be something else than JSON. */
function isOther({ responses }: Operation, expect: Case['expect']): boolean {
  if (expect.outcome !== 'answered') return false;
  const contents = responseFor(responses, expect.status)?.contents ?? [];
  const content = contents.find(({ mediaType }) => mediaType === expect.mediaType) ?? contents[0];
  return content === undefined || formatOf(content.mediaType) !== 'json';
}

// How a case is put to the client: as a caller puts it. What the client does not know by itself is written for it.
import { DOCUMENT_SHA256 } from '@agentsource/client';
import type { Case, Request } from '../derive/case.ts';
import { concrete, formatOf, isRange } from '../operation/media-type.ts';
import type { Operation } from '../operation/operation.ts';
import { responseFor } from '../operation/responses.ts';
import type { Subject } from '../subject.ts';
import { valueFor } from './body.ts';
import type { Written } from './write.ts';

/** The options of the call. */
export function optionsFor(subject: Subject, one: Case, written: Written): object {
  const { path, query, header, cookie } = one.request.parameters;
  const isOwn = isKnownToClient(subject, one);
  const { type, ...body } = isOwn ? declaredBody(subject, one, written) : writtenBody(written);
  const { Cookie, ...headers } = written.headers;
  const isParameter = ([name]: [string, string]) => Object.hasOwn(header, name);
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
    ...(isOwn ? {} : { querySerializer: () => written.query, ...readings(one) }),
    ...((!isOwn || hasJsonInPath(one.operation)) && {
      pathSerializer: (url: string) => url.replace(one.request.path, () => written.path),
    }),
  };
}

/** Whether the client was made from this document, and so knows by itself what is sent and what comes. */
export function isKnownToClient({ sha256 }: Subject, { operation, request }: Case): boolean {
  return sha256 === DOCUMENT_SHA256 && request.method === operation.method;
}

interface BodyOptions {
  body?: unknown;
  bodySerializer?: () => unknown;
  contentType?: string;
  /** What the header says, whatever the body is. */
  type?: string | undefined;
}

/** The value itself: the client writes it as declared, of several media types as the one that is named. */
function declaredBody({ document }: Subject, { operation, request }: Case, written: Written): BodyOptions {
  const { body, content, contentType } = request;
  if (body === undefined) return {};
  if (contentType !== undefined) return writtenBody(written);
  const value = valueFor(document, content, body);
  const isSaid = content !== undefined && (content !== usualOf(operation) || isRange(content.mediaType));
  return { body: value, ...(isSaid && contentTypeOf(request)) };
}

/** What the client sends unless it is told otherwise. */
function usualOf({ body }: Operation): Request['content'] {
  if (!body?.isWhole) return undefined;
  return body.contents.find(({ mediaType }) => formatOf(mediaType) === 'json') ?? body.contents[0];
}

function contentTypeOf({ content }: Request): Pick<BodyOptions, 'contentType'> {
  return content === undefined ? {} : { contentType: concrete(content.mediaType) };
}

/** The bytes. */
function writtenBody({ body }: Written): BodyOptions {
  if (body === undefined) return {};
  const { content, contentType: type } = body;
  return { body: content, bodySerializer: () => content, type };
}

/** That an answer is not to be read as JSON, where something else is declared. */
function readings({ operation: { responses }, expect }: Case): { parseAs?: string } {
  if (expect.outcome !== 'answered') return {};
  const contents = responseFor(responses, expect.status)?.contents ?? [];
  const content = contents.find(({ mediaType }) => mediaType === expect.mediaType) ?? contents[0];
  return content !== undefined && formatOf(content.mediaType) === 'json' ? {} : { parseAs: 'text' };
}

function hasJsonInPath({ parameters }: Operation): boolean {
  return parameters.some(({ in: where, mediaType }) => where === 'path' && mediaType !== undefined);
}

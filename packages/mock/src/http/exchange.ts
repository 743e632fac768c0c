// One request and what becomes of it: recorded, answered, reported; or, where it is about the mock itself, none of that.
import type { OpenApiDocument } from '@agentsource/openapi/document';
import { isProblem } from '../answering/choose.ts';
import { type Controlled, type ControlOptions, control, isControl } from '../control/control-api.ts';
import type { AnsweredRequest } from '../control/recorded-request.ts';
import type { Requests } from '../control/requests.ts';
import { essenceOf } from '../media-types.ts';
import { type PageOptions, page, wantsPage } from '../page/page.ts';
import type { Responder } from '../responder.ts';
import { answer, type Parts } from './answer.ts';
import { documentFiles } from './document-files.ts';
import type { IncomingRequest } from './request.ts';
import type { Reply, Respond } from './server.ts';

export interface ExchangeOptions {
  parts: Parts;
  /** As it was given. */
  document: OpenApiDocument;
  /** Whether that is the one of this package. */
  isOwn: boolean;
  requests: Requests;
  controlled: Controlled;
  control: ControlOptions;
  onRequest?: ((request: AnsweredRequest) => void) | undefined;
}

export function createRespond(options: ExchangeOptions): Respond {
  const file = documentFiles(options.document);
  const { responder } = options.parts;
  return async (incoming) => {
    const { method, url } = incoming;
    if (isControl(url)) return { answer: control(incoming, options.controlled, options.control) };
    const asked = method === 'GET' || method === 'HEAD' ? file(url) : undefined;
    const [path = ''] = url.split('?');
    // A document may declare such a path itself.
    if (asked && isProblem(responder.find({ method: 'get', path }))) return { answer: asked };
    if (isForPage(incoming, responder)) return { answer: page(url, pageOptions(incoming, options)) };
    return respond(incoming, options);
  };
}

/** Also where the document declares `/`, unless it has HTML for it itself. */
function isForPage({ method, url, headers }: IncomingRequest, responder: Responder): boolean {
  if (!wantsPage({ method, url, accept: headers.accept })) return false;
  const declared = responder.find({ method: 'get', path: '/' });
  if (isProblem(declared)) return true;
  const types = declared.responses.flatMap(({ contents }) => contents.map(({ mediaType }) => mediaType));
  return !types.some((type) => essenceOf(type) === 'text/html');
}

function pageOptions({ isForeign }: IncomingRequest, options: ExchangeOptions): PageOptions {
  const { title = 'Untitled', version, description } = options.document.info;
  const { address, token } = options.control;
  return {
    responder: options.parts.responder,
    document: {
      title: String(title),
      version: String(version),
      ...(typeof description === 'string' && { description }),
    },
    isOwn: options.isOwn,
    hasRequests: address.isLoopback && token === undefined && !isForeign,
  };
}

async function respond(
  incoming: IncomingRequest,
  { parts, requests, onRequest }: ExchangeOptions,
): Promise<Reply> {
  const started = performance.now();
  const request = requests.record(incoming);
  const { answer: given, operation, refused, delay, fault } = await answer(incoming, parts);
  Object.assign(request, operation && { operation }, refused && { refused }, fault && { fault });
  return {
    answer: given,
    ...(delay !== undefined && { delay }),
    ...(fault && { fault }),
    onSend() {
      // Of an answer that is cut the status arrives.
      if (fault === undefined || fault === 'cut') request.status = given.status;
    },
    onEnd: () => onRequest?.({ ...request, milliseconds: performance.now() - started }),
  };
}

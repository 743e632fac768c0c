// One request and what becomes of it: recorded, answered, reported; or, where it is about the mock itself, none of that.
import { isProblem } from '../answering/choose.ts';
import { type Controlled, type ControlOptions, control, isControl } from '../control/control-api.ts';
import type { AnsweredRequest } from '../control/recorded-request.ts';
import type { Requests } from '../control/requests.ts';
import { answer, type Parts } from './answer.ts';
import { documentFiles } from './document-files.ts';
import type { IncomingRequest } from './request.ts';
import type { Reply, Respond } from './server.ts';

export interface ExchangeOptions {
  parts: Parts;
  /** As it was given. */
  document: object;
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
    return respond(incoming, options);
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

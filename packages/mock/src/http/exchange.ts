// One request and what becomes of it: recorded, answered, reported; or, under `/__mock/`, none of that.
import { type Controlled, type ControlOptions, control, isControl } from '../control/control-api.ts';
import type { AnsweredRequest } from '../control/recorded-request.ts';
import type { Requests } from '../control/requests.ts';
import { answer, type Parts } from './answer.ts';
import type { IncomingRequest } from './request.ts';
import type { Reply, Respond } from './server.ts';

export interface ExchangeOptions {
  parts: Parts;
  requests: Requests;
  controlled: Controlled;
  control: ControlOptions;
  onRequest?: ((request: AnsweredRequest) => void) | undefined;
}

export function createRespond(options: ExchangeOptions): Respond {
  return async (incoming) =>
    isControl(incoming.url)
      ? { answer: control(incoming, options.controlled, options.control) }
      : respond(incoming, options);
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

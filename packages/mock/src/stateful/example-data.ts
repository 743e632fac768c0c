// What an event's data looks like: as in the document's example of the operation that fetches events.
import { isProblem } from '../answering/choose.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { Responder } from '../responder.ts';

/** By the name of an event; undefined where the example has none of that name. */
export function exampleData(responder: Responder): (event_name: string) => JsonObject | undefined {
  const operation = responder.operations.find(({ id }) => id === 'fetch_prospects_events');
  const answer = operation && responder.declared(operation, {});
  const body = answer && !isProblem(answer) ? answer.body?.value : undefined;
  const events = isObject(body) && Array.isArray(body.output_events) ? body.output_events : [];
  return (event_name) => {
    const event = events.find((one) => isObject(one) && one.event_name === event_name);
    return isObject(event?.data) ? structuredClone(event.data) : undefined;
  };
}

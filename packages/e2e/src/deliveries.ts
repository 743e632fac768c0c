// Deliveries as the vendor makes them, and what has to come of them at a receiver that prints each event once.
import { sampleEvent, sign } from '@agentsource/webhooks/testing';

export const SECRET = 'c2VjcmV0';
const OTHER_SECRET = 'b3RoZXI';

type Event = ReturnType<typeof sampleEvent>;

/** The answer's status and text. */
export async function deliver(url: string, event: Event = sampleEvent(), secret = SECRET): Promise<string> {
  const body = JSON.stringify(event);
  const headers = await sign(body, secret);
  const signal = AbortSignal.timeout(10_000);
  const response = await fetch(url, { method: 'POST', headers, body, signal });
  return `${response.status} ${await response.text()}`;
}

/** A genuine delivery is answered 200, so is a second one, a forged one 400; the event is handled once. */
export async function checkReceiver(url: string, output: () => string): Promise<void> {
  const event = sampleEvent({ data: { current_job_title: 'Ingénieure 🥴' } });
  const forged = sampleEvent();
  const answers = [
    await deliver(url, event),
    await deliver(url, event),
    await deliver(url, forged, OTHER_SECRET),
  ];
  const expected = ['200 ok', '200 ok', '400 invalid'];
  if (answers.join() !== expected.join()) throw new Error(`answers ${answers.join(', ')}\n${output()}`);
  await printsOnce(event, output);
  if (output().includes(forged.event_id)) throw new Error(`handled a forged event\n${output()}`);
}

async function printsOnce(event: Event, output: () => string): Promise<void> {
  const line = `${event.event_name} ${event.event_id}`;
  const deadline = Date.now() + 10_000;
  while (!output().includes(line) && Date.now() < deadline) await pause(20);
  // What comes twice comes soon after.
  await pause(200);
  const times = output().split(line).length - 1;
  if (times !== 1) throw new Error(`handled the event ${times} times\n${output()}`);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

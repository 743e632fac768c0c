// The service of the soak: enrolls batches and, as a seed decides, breaks the exchange in every way it can; keeps the truth.
import { type Arriving, enrollment, type Step, startFaultServer } from '../support/fault-server.ts';

/** A way for an exchange to go. */
interface Fault {
  name: string;
  weight: number;
  /** Whether the service enrolls the batch before, or in spite of, what it then does to the exchange; by chance when 'maybe'. */
  acts: boolean | 'maybe';
  /** Whether the client can tell from the exchange that the service did not act, and so may send the batch again. */
  refuses?: true;
  step: Step | ((exchange: Exchange) => Step);
}

interface Exchange {
  /** The length of the right answer. */
  length: number;
  /** A URL of another origin. */
  elsewhere: string;
  /** Milliseconds that are surely over the client's time limit. */
  tooLong: number;
}

const DETAILS = { details: 'as the soak wants it', correlation_id: 'soak' };
const LIMITED = { error: 'rate_limit_exceeded', message: 'slow down', retry_after: 0 };
const INVALID = { detail: [{ loc: ['body', 'prospect_ids'], msg: 'no', type: 'value_error' }] };
const after = (seconds: number) => ({ 'Retry-After': seconds });

const FAULTS: Fault[] = [
  { name: 'none', weight: 40, acts: true, step: {} },
  { name: 'short delay', weight: 6, acts: true, step: { delay: 15 } },
  {
    name: 'delay over the time limit',
    weight: 1,
    acts: 'maybe',
    step: ({ tooLong }) => ({ delay: tooLong }),
  },
  { name: 'body cut half-way', weight: 4, acts: true, step: ({ length }) => ({ cutAt: length / 2 }) },
  { name: 'reset after the request was read', weight: 4, acts: 'maybe', step: { reset: 'after' } },
  { name: 'answer is not HTTP', weight: 2, acts: 'maybe', step: { garbage: '%%%% not HTTP at all\r\n\r\n' } },
  {
    name: 'answer is not JSON',
    weight: 3,
    acts: true,
    step: { body: '<h1>Welcome</h1>', headers: { 'Content-Type': 'text/html' } },
  },
  { name: 'answer is other JSON', weight: 2, acts: true, step: { body: { hello: 'there' } } },
  { name: 'answer is empty', weight: 2, acts: true, step: { body: '' } },
  { name: 'slow drip, in time', weight: 2, acts: true, step: { drip: { bytes: 40, every: 4 } } },
  {
    name: 'slow drip, over the time limit',
    weight: 1,
    acts: true,
    step: ({ length, tooLong }) => ({ drip: { bytes: length / 8, every: tooLong / 8 } }),
  },
  { name: 'redirect 307', weight: 2, acts: false, refuses: true, step: redirect(307) },
  { name: 'redirect 308', weight: 1, acts: false, refuses: true, step: redirect(308) },
  // What a form's handler sends once it has done its work.
  { name: 'redirect 303', weight: 1, acts: 'maybe', step: redirect(303) },
  {
    name: '429, at once',
    weight: 8,
    acts: false,
    refuses: true,
    step: { status: 429, body: LIMITED, headers: after(0) },
  },
  {
    name: '429, in a second',
    weight: 0.3,
    acts: false,
    refuses: true,
    step: { status: 429, body: LIMITED, headers: after(1) },
  },
  {
    name: '503 with Retry-After',
    weight: 5,
    acts: false,
    refuses: true,
    step: { status: 503, body: DETAILS, headers: after(0) },
  },
  ...[500, 502, 503, 504].map(
    (status): Fault => ({ name: `${status}`, weight: 2, acts: 'maybe', step: { status, body: DETAILS } }),
  ),
  ...[400, 401, 403].map(
    (status): Fault => ({
      name: `${status}`,
      weight: 1,
      acts: false,
      refuses: true,
      step: { status, body: DETAILS },
    }),
  ),
  { name: '422', weight: 2, acts: false, refuses: true, step: { status: 422, body: INVALID } },
];
/** How many ways there are, the one that `RESET_UNREAD` is about not counted. */
export const WAYS = FAULTS.length;

// Of the requests, before their body is read: which batch it would have been, nobody learns.
const RESET_UNREAD = 0.02;

function redirect(status: number) {
  return ({ elsewhere }: Exchange): Step => ({ status, body: '', headers: { Location: elsewhere } });
}

interface Truth {
  /** Times the service enrolled each batch, by its first id. */
  acted: Map<string, number>;
  /** Requests, those reset unread included. */
  requests: number;
  /** Batches that came again although the client could not know that the service had not acted, and what came before; must stay empty. */
  sentAgain: string[];
  /** Requests that followed a redirect; must stay 0. */
  followed: number;
  faults: Map<string, number>;
}

export interface SoakService {
  baseUrl: string;
  truth: Truth;
  stop(): Promise<void>;
}

/** Starts the service. The fault of each attempt depends on the seed, the batch and the attempt alone, not on who comes first. */
export async function startSoakService(seed: number, tooLong: number): Promise<SoakService> {
  const truth: Truth = { acted: new Map(), requests: 0, sentAgain: [], followed: 0, faults: new Map() };
  const attempts = new Map<string, { count: number; mayHaveActed?: string }>();
  const otherOrigin = await startFaultServer(() => {
    truth.followed++;
    return {};
  });

  const respond = async ({ read }: Arriving): Promise<Step> => {
    if (random(seed, 'request', truth.requests++) < RESET_UNREAD) return { reset: 'before' };
    const { enrollment_key, prospect_ids } = JSON.parse(await read()) as {
      enrollment_key: string;
      prospect_ids: string[];
    };
    const [id = ''] = prospect_ids;
    const attempt = attempts.get(id) ?? { count: 0 };
    attempts.set(id, attempt);
    if (attempt.mayHaveActed) truth.sentAgain.push(`${id} after ${attempt.mayHaveActed}`);
    const fault = pick(random(seed, id, attempt.count));
    if (fault.acts === true || (fault.acts === 'maybe' && random(seed, `${id}!`, attempt.count) < 0.5)) {
      truth.acted.set(id, (truth.acted.get(id) ?? 0) + 1);
    }
    attempt.count++;
    if (!fault.refuses) attempt.mayHaveActed ??= fault.name;
    truth.faults.set(fault.name, (truth.faults.get(fault.name) ?? 0) + 1);
    const body = { ...enrollment(), enrollment_key, enrollment_id: `en_${id}` };
    const { length } = JSON.stringify(body);
    const { step } = fault;
    return {
      body,
      ...(typeof step === 'function' ? step({ length, tooLong, elsewhere: otherOrigin.url }) : step),
    };
  };
  const server = await startFaultServer(respond);
  return {
    baseUrl: server.url,
    truth,
    stop: async () => {
      await Promise.all([server.close(), otherOrigin.close()]);
    },
  };
}

const TOTAL_WEIGHT = FAULTS.reduce((sum, { weight }) => sum + weight, 0);

function pick(chance: number): Fault {
  let left = chance * TOTAL_WEIGHT;
  for (const fault of FAULTS) {
    left -= fault.weight;
    if (left < 0) return fault;
  }
  return FAULTS[0] as Fault;
}

/** A number from 0 to 1 that depends on its arguments alone. */
function random(seed: number, text: string, count: number): number {
  let hash = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) + count;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

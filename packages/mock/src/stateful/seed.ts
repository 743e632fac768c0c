// What a stateful mock remembers from the beginning, held to what the document says of the calls that would have added it.
import { MockError } from '../errors.ts';
import { isObject } from '../json.ts';
import type { Enrollment, State } from './state.ts';

/** What there is before the first call. */
export interface Seed {
  enrollments?: SeedEnrollment[];
  webhooks?: SeedWebhook[];
}

/** An enrollment, with the id that it is to have, if that matters. */
interface SeedEnrollment extends Omit<Enrollment, 'enrollment_id'> {
  enrollment_id?: string;
}

/** A webhook. Deliveries go to it wherever it is: the mock's owner has named it. */
interface SeedWebhook {
  partner_id: string;
  webhook_url: string;
  /** base64url; default one that is the same each time. */
  webhook_secret?: string;
}

/** What is wrong with a body for the operation of that id; undefined for nothing, and for an operation that there is none. */
export type JudgeBody = (operationId: string, body: unknown) => string | undefined;

/** @throws {MockError} that names the first entry that no call could have added. */
export function checkSeed(seed: Seed, judge: JudgeBody): void {
  const lists = new Map([
    ['enrollments', 'add_prospects_enrollments'],
    ['webhooks', 'add_webhook'],
  ]);
  if (!isObject(seed)) throw new MockError('seed must be an object of enrollments and webhooks');
  for (const [name, entries] of Object.entries(seed as Record<string, unknown>)) {
    const operation = lists.get(name);
    if (operation === undefined || !Array.isArray(entries)) {
      throw new MockError(`seed.${name} must be one of the lists enrollments and webhooks`);
    }
    for (const [index, entry] of entries.entries()) {
      const { enrollment_id, webhook_secret, ...sent } = isObject(entry) ? entry : {};
      const given = [enrollment_id, webhook_secret].filter((one) => one !== undefined);
      const problem = given.some((one) => typeof one !== 'string')
        ? 'enrollment_id and webhook_secret are texts'
        : judge(operation, sent);
      if (problem !== undefined) throw new MockError(`seed.${name}[${index}]: ${problem}`);
    }
  }
}

export function plant({ enrollments = [], webhooks = [] }: Seed, state: State): void {
  for (const enrollment of enrollments) state.enroll(structuredClone(enrollment));
  for (const { partner_id, webhook_url, webhook_secret } of webhooks) {
    state.register(partner_id, webhook_url, webhook_secret);
  }
}

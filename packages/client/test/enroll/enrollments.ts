// A service that enrolls what it is sent, or answers as a test says, and what tests of `enrollProspects` ask of it.
import { afterEach, beforeEach } from 'vitest';
import {
  type EnrollmentRecord,
  type EnrollProspectsOptions,
  enrollProspects,
} from '../../src/enroll/index.ts';
import { type AgentSourceClient, createClient } from '../../src/index.ts';
import { enrollment, type FaultServer, type Step, startFaultServer } from '../support/fault-server.ts';

interface Body {
  enrollment_key: string;
  event_types: string[];
  prospect_ids: string[];
}

export const REFUSED: Step = { status: 403, body: { details: 'insufficient credits', correlation_id: 'c' } };
export const LOST: Step = { reset: 'after' };

export const id = (index: number): string => index.toString(16).padStart(40, '0');
export const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => id(index));
export const batchOf = ({ prospect_ids: [first = ''] }: Body): number =>
  Math.floor(Number.parseInt(first, 16) / 20) + 1;

export interface Enrollments {
  server: FaultServer;
  /** The bodies of the requests, in the order they came in. */
  received: Body[];
  /** What to answer; a step that is not given is a batch enrolled. */
  answer: (body: Body) => Step | undefined | Promise<Step | undefined>;
  client(): AgentSourceClient;
  start(
    options: Partial<EnrollProspectsOptions> & Pick<EnrollProspectsOptions, 'prospectIds'>,
    client?: AgentSourceClient,
  ): AsyncGenerator<EnrollmentRecord, void, void>;
  /** Numbers of the batches that were sent, sorted. */
  sentBatches(): number[];
}

/** A new service for each test of the file. */
export function useEnrollments(): Enrollments {
  const service = {
    client: () => createClient({ apiKey: 'test', baseUrl: service.server.url }),
    start: (options, client = service.client()) =>
      enrollProspects(client, { enrollmentKey: 'watch', eventTypes: ['prospect_changed_role'], ...options }),
    sentBatches: () => service.received.map(batchOf).sort((a, b) => a - b),
  } as Enrollments;
  beforeEach(async () => {
    service.received = [];
    service.answer = () => undefined;
    service.server = await startFaultServer(async ({ read }) => {
      const body = JSON.parse(await read()) as Body;
      service.received.push(body);
      return {
        body: { ...enrollment(), enrollment_id: `en_${batchOf(body)}` },
        ...(await service.answer(body)),
      };
    });
  });
  afterEach(() => service.server.close());
  return service;
}

export async function collect(
  records: AsyncIterable<EnrollmentRecord>,
): Promise<{ records: EnrollmentRecord[]; error: unknown }> {
  const list: EnrollmentRecord[] = [];
  let error: unknown;
  try {
    for await (const record of records) list.push(record);
  } catch (caught) {
    error = caught;
  }
  return { records: list, error };
}

/** Each record as `batch status`, by batch. */
export const brief = (records: EnrollmentRecord[]): string[] =>
  records
    .map((record) => `${record.status === 'invalid' ? 'x' : record.batch} ${record.status}`)
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }));

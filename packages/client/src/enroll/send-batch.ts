// Sends one batch and tells what became of it: enrolled, failed, or unknown.
import type { AddProspectsEnrollmentsRequest, AddProspectsEnrollmentsResponse } from '@agentsource/types';
import type { AgentSourceClient } from '../client-types.ts';
import { isExploriumError } from '../errors/is-explorium-error.ts';
import { MalformedResponseError } from '../errors/malformed-response-error.ts';
import { ENROLLMENTS_PATH } from '../generated/enrollments.ts';
import { unwrap } from '../unwrap.ts';

/** What `enrollProspects` needs of a client of `createClient`. */
export type EnrollingClient = Pick<AgentSourceClient, 'POST'>;

export type Outcome =
  | { status: 'enrolled'; enrollmentId: string; correlationId: string }
  | { status: 'failed' | 'unknown'; error: Error };

export async function sendBatch(
  client: EnrollingClient,
  body: AddProspectsEnrollmentsRequest,
  signal: AbortSignal,
): Promise<Outcome> {
  try {
    const answer = await unwrap(client.POST(ENROLLMENTS_PATH, { body, signal }));
    return { status: 'enrolled', ...identifiers(answer) };
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown : new Error('the request failed', { cause: thrown });
    // What is not of the client, such as an error of a middleware, may have come after the service acted.
    const refused = isExploriumError(error) && !error.mayHaveActed;
    return { status: refused ? 'failed' : 'unknown', error };
  }
}

/** A 200 that names no enrollment proves nothing. */
function identifiers(answer: AddProspectsEnrollmentsResponse): {
  enrollmentId: string;
  correlationId: string;
} {
  const { enrollment_id, response_context } = answer;
  if (typeof enrollment_id === 'string') {
    return { enrollmentId: enrollment_id, correlationId: response_context?.correlation_id ?? '' };
  }
  throw new MalformedResponseError('200, but without an `enrollment_id`', {
    call: `POST ${ENROLLMENTS_PATH}`,
    status: 200,
    body: answer,
    mayHaveActed: true,
  });
}

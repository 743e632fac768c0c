// The enrollments that the service lists, of one key or of all.
import { type AgentSourceClient, unwrap } from '@agentsource/client';

/** As the service says it. */
export interface ListedEnrollment {
  enrollment_id: string;
  enrollment_key: string;
  event_types: string[];
  prospect_ids: string[];
}

/** @throws {ExploriumError} what the call throws. */
export async function listedEnrollments(
  client: AgentSourceClient,
  key: string | undefined,
  signal: AbortSignal,
): Promise<ListedEnrollment[]> {
  const data = await unwrap(client.GET('/v1/prospects/events/enrollments', { signal }));
  const all: ListedEnrollment[] = data.enrollments ?? [];
  return key === undefined ? all : all.filter(({ enrollment_key }) => enrollment_key === key);
}

// `unwrap`: a call's result becomes its data, or a thrown ExploriumError.
import type { Unwrappable, Unwrapped } from './client-types.ts';
import { errorFromResult } from './errors/from-result.ts';

/**
 * Turns a call's result, or a promise of one, into its data.
 *
 * @throws {ExploriumError} a subclass by meaning, for every answer that is not a success: any status but 2xx, and a
 * 2xx whose `response_context.request_status` is `failure` (`miss`, no
 * matching data, is not an error).
 *
 * @example
 * ```ts
 * import { createClient, unwrap } from '@agentsource/client';
 *
 * const client = createClient();
 * const enrollment = await unwrap(
 *   client.POST('/v1/prospects/events/enrollments', {
 *     body: {
 *       enrollment_key: 'tech_executives_monitor',
 *       event_types: ['prospect_changed_role'],
 *       prospect_ids: ['20ae6cbf564ee683e66685e429844a5ff8ffc30f'],
 *     },
 *   }),
 * );
 * console.log(enrollment.enrollment_id);
 * ```
 */
export async function unwrap<Result extends Unwrappable>(
  result: Result | PromiseLike<Result>,
): Promise<Unwrapped<Result>> {
  const answer = await result;
  const failure = errorFromResult(answer);
  if (failure) throw failure;
  return answer.data as Unwrapped<Result>;
}

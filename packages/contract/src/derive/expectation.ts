// What a case expects: an answer of a declared status, or a refusal as the mock chooses it.
import type { Operation } from '../operation/operation.ts';
import type { Answered, Refused } from './case.ts';

type Refusal = Pick<Refused, 'statuses' | 'otherwise'>;

export const INVALID: Refusal = { statuses: [422, 400], otherwise: 422 };
export const UNSUPPORTED_MEDIA_TYPE: Refusal = { statuses: [415, 422, 400], otherwise: 415 };
export const UNAUTHORISED: Refusal = { statuses: [401], otherwise: 401 };

/** The status that is answered: the first declared one, or the mock's own choice. */
export function statusOfRefusal({ statuses, otherwise }: Refusal, { responses }: Operation): number {
  return statuses.find((status) => responses.some((response) => response.status === status)) ?? otherwise;
}

export function answered(operation: Operation, status: number): Answered {
  const response = operation.responses.find((candidate) => candidate.status === status);
  const example = response?.contents[0]?.examples[0]?.value;
  return { outcome: 'answered', status, example, isGenerated: false };
}

export function refused(refusal: Refusal, location?: readonly string[]): Refused {
  return { outcome: 'refused', ...refusal, location };
}

// What a case expects: an answer of a declared status, or a refusal as the mock chooses it.
import type { Operation } from '../operation/operation.ts';
import { responseFor } from '../operation/responses.ts';
import type { Answered, Refused } from './case.ts';

type Refusal = Pick<Refused, 'statuses' | 'otherwise'>;

export const INVALID: Refusal = { statuses: [422, 400], otherwise: 422 };
export const UNSUPPORTED_MEDIA_TYPE: Refusal = { statuses: [415, 422, 400], otherwise: 415 };
export const UNAUTHORISED: Refusal = { statuses: [401], otherwise: 401 };

/** The status that is answered: the first declared one, or the mock's own choice. */
export function statusOfRefusal({ statuses, otherwise }: Refusal, { responses }: Operation): number {
  const isNamed = (status: number) =>
    responses.some(({ key }) => key === String(status) || key === rangeOf(status));
  const named = statuses.find(isNamed);
  const [first = otherwise] = statuses;
  return named ?? (responses.some(({ key }) => key === 'default') ? first : otherwise);
}

function rangeOf(status: number): string {
  return `${String(status).charAt(0)}XX`;
}

/** The declared response to a valid request; of several media types, whichever the server takes. */
export function answered({ responses }: Operation, status: number): Answered {
  const response = responseFor(responses, status);
  const [only, ...others] = response?.contents ?? [];
  const example = others.length === 0 ? only?.examples[0]?.value : undefined;
  return { outcome: 'answered', status, mediaType: undefined, example, isByName: false, isGenerated: false };
}

export function refused(refusal: Refusal, location?: readonly string[]): Refused {
  return { outcome: 'refused', ...refusal, location };
}

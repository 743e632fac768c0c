// What a prospect id is, and what is wrong with one that is none, in words.
import { RequestValidationError } from '../errors/request-validation-error.ts';
import { PROSPECT_ID_PATTERN } from '../generated/enrollments.ts';

const VALID = new RegExp(PROSPECT_ID_PATTERN, 'u');

/** The id as the service knows it, without the space around it and in small letters; `undefined` where it is none. */
export function prospectIdOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return;
  const trimmed = value.trim();
  return [trimmed.toLowerCase(), trimmed].find((id) => VALID.test(id));
}

/**
 * Reads a prospect id as `enrollProspects` does, to look through a list before anything is sent: its `id` as the service knows it,
 * without the space around it and in small letters, or in words what the `problem` is.
 *
 * @example
 * ```ts
 * import { readProspectId } from '@agentsource/client/enroll';
 *
 * console.log(readProspectId(' 20AE6CBF564EE683E66685E429844A5FF8FFC30F').id); // 20ae6cbf564ee683e66685e429844a5ff8ffc30f
 * console.log(readProspectId('20ae6cbf').problem); // 8 characters, must be 40
 * ```
 */
export function readProspectId(
  value: unknown,
): { id: string; problem?: undefined } | { id?: undefined; problem: string } {
  const id = prospectIdOf(value);
  return id === undefined ? { problem: whatIsWrong(String(value)) } : { id };
}

/**
 * The error of values that aren't prospect ids.
 *
 * @param indexes where in the input each was, from 0; they are told as people count, from 1.
 */
export function invalidIds(ids: readonly string[], indexes: readonly number[]): RequestValidationError {
  const problems = ids.map((id, at) => ({
    path: `prospectIds.${indexes[at]}`,
    message: whatIsWrong(id),
    type: 'string_pattern_mismatch',
  }));
  const [first] = problems;
  const more = ids.length > 1 ? `, and ${ids.length - 1} more` : '';
  const what = `id ${Number(indexes[0]) + 1}: ${first?.message} (${shown(ids[0] ?? '')})${more}; not sent`;
  return new RequestValidationError(what, { problems });
}

/** In words where the pattern is so many characters of a set, as the document has it today. */
function whatIsWrong(given: string): string {
  const [, set, length] = /^\^\[([^\]\\^]+)\]\{(\d+)\}\$$/.exec(PROSPECT_ID_PATTERN) ?? [];
  if (!set) return `does not match ${PROSPECT_ID_PATTERN}`;
  const characters = [...given.trim()];
  const count = `${characters.length} character${characters.length === 1 ? '' : 's'}`;
  if (characters.length !== Number(length)) return `${count}, must be ${length}`;
  const allowed = new RegExp(`^[${set}]$`, 'u');
  const wrong = characters.findIndex((one) => !allowed.test(one.toLowerCase()));
  return `character ${wrong + 1} is ${JSON.stringify(characters[wrong])}, must be of ${set}`;
}

function shown(id: string): string {
  return JSON.stringify(id.length > 60 ? `${id.slice(0, 60)}…` : id);
}

// What a journal is of, which its first line says; a run goes on with its own alone.
import { CommandError } from '../exit-codes.ts';
import { parsed } from './journal-record.ts';

export interface Subject {
  /** SHA-256 of the file. */
  file: string;
  key: string;
  /** Sorted. */
  events: string[];
  /** As `baseUrlOf` gives it. */
  baseUrl: string;
}

const TITLE = 'agentsource enroll';
const ANOTHER = 'give this run another one by --journal';

/** In the order in which they are looked at: of another key, events or server a journal of its own is what is wanted. */
const DIFFERENT: Record<keyof Subject, string> = {
  key: `another enrollment key; ${ANOTHER}`,
  events: `other events; ${ANOTHER}`,
  baseUrl: `another server; ${ANOTHER}`,
  // Who is enrolled already only this journal knows.
  file: `another file, or of this one before it was changed; with another journal everybody in the file is enrolled anew, so put only the new rows into a file of their own, and enroll that`,
};

export function firstLineOf(subject: Subject): object {
  return { journal: TITLE, version: 1, ...subject };
}

/** @throws {CommandError} where it is another's. */
export function checkSubject(path: string, firstLine: string, subject: Subject): void {
  const found = parsed(firstLine);
  if (found?.journal !== TITLE) throw new CommandError(`${path} is there already, and is no journal`);
  const differs = (Object.keys(DIFFERENT) as (keyof Subject)[]).find(
    (name) => JSON.stringify(found[name]) !== JSON.stringify(subject[name]),
  );
  if (differs !== undefined) throw new CommandError(`${path} is the journal of ${DIFFERENT[differs]}`);
}

// The error classes are types of their own: the compiler narrows by `instanceof` and by `name`, and refuses one for another.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, expectTypeOf, test } from 'vitest';
import * as client from '../../src/index.ts';
import {
  type AnyExploriumError,
  ConnectionError,
  ExploriumError,
  isExploriumError,
  RateLimitedError,
  TimeoutError,
  UsageError,
} from '../../src/index.ts';

/** Narrows a base class by `instanceof`; what is left is the base class. */
function byInstance(error: ExploriumError): string {
  if (error instanceof RateLimitedError) return `wait ${error.retryAfter}`;
  if (error instanceof TimeoutError) return error.name;
  expectTypeOf(error).toEqualTypeOf<ExploriumError>();
  return `status ${error.status}`;
}

/** Narrows what was caught by `instanceof`, one class after the other. */
function caughtByInstance(error: unknown): string {
  if (!isExploriumError(error)) throw error;
  if (error instanceof RateLimitedError) {
    expectTypeOf(error).toEqualTypeOf<RateLimitedError>();
    return 'wait';
  }
  if (error instanceof TimeoutError) return 'timeout';
  expectTypeOf(error).toEqualTypeOf<Exclude<AnyExploriumError, RateLimitedError | TimeoutError>>();
  return error.message;
}

/** Narrows what was caught by `name`, as is needed where `instanceof` does not work. */
function caughtByName(error: unknown): string {
  if (!isExploriumError(error)) throw error;
  switch (error.name) {
    case 'RateLimitedError':
      expectTypeOf(error).toEqualTypeOf<RateLimitedError>();
      expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>();
      return 'wait';
    case 'ConnectionError':
    case 'TimeoutError':
      expectTypeOf(error).toEqualTypeOf<ConnectionError | TimeoutError>();
      return error.mayHaveActed ? 'uncertain' : 'again';
    // @ts-expect-error no class has this name
    case 'RateLimitError':
      return 'misspelled';
    default:
      expectTypeOf(error).toExtend<ExploriumError>();
      return error.message;
  }
}

/** Every name is taken by one class: what is left is nothing. */
export function exhaustive(error: AnyExploriumError): string {
  if (error.name === 'ExploriumError') return `${error.status}`;
  if (error instanceof client.AbortError || error instanceof client.RedirectError) return 'ended';
  if (error instanceof client.AuthenticationError || error instanceof client.PermissionError) return 'key';
  if (error instanceof client.RequestFailedError || error instanceof client.ServerError) return 'service';
  if (error instanceof client.RequestValidationError || error instanceof UsageError) return 'mine';
  if (error instanceof client.MalformedResponseError || error instanceof ConnectionError) return 'network';
  if (error instanceof RateLimitedError || error instanceof TimeoutError) return 'time';
  return error satisfies never;
}

// @ts-expect-error one class is not another
export const wrong: UsageError = new TimeoutError('a class of its own');

test('narrowing finds the class it says', () => {
  const details = { status: 429, retryAfter: 7 };
  for (const narrow of [byInstance, caughtByInstance, caughtByName]) {
    expect(narrow(new RateLimitedError('slow down', details))).toMatch(/^wait/);
    expect(narrow(new ExploriumError('a teapot', { status: 418 }))).toMatch(/a teapot|418/);
  }
  expect(caughtByName(new TimeoutError('x', { mayHaveActed: true }))).toBe('uncertain');
  expect(() => caughtByName('a text')).toThrow('a text');
});

const directory = join(import.meta.dirname, '../../src/errors');
const sources = readdirSync(directory)
  .filter((file) => file.endsWith('-error.ts') && !file.startsWith('is-'))
  .map((file) => ({ file, text: readFileSync(join(directory, file), 'utf8') }));

test.each(sources)('$file has one documented class, named as it says', ({ file, text }) => {
  const className = file
    .replace('.ts', '')
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  expect([...text.matchAll(/^export class (\w+)/gm)].map((match) => match[1])).toEqual([className]);
  expect(text).toMatch(/\*\/\nexport class /);
  const Class = new Map<string, unknown>(Object.entries(client)).get(className) as typeof ExploriumError;
  const error = new Class('x');
  expect(error.name).toBe(className);
  expect(`${error.stack}`).toMatch(new RegExp(`^${className}: x`));
  expect(Object.prototype.toString.call(error)).toBe('[object Error]');
});

test('every field of an error says what it is, and in which unit', () => {
  const { text = '' } = sources.find(({ file }) => file === 'explorium-error.ts') ?? {};
  const fields = [...text.matchAll(/( \*\/)?\n {2}declare readonly (\w+)\??:/g)];
  expect(fields.length).toBeGreaterThan(10);
  expect(fields.filter((match) => !match[1]).map((match) => match[2])).toEqual([]);
  expect(text).toMatch(/\/\*\* Seconds to wait [^\n]*\n {2}declare readonly retryAfter/);
});

// The answers that the mock was told, in the order in which they are given.
import { type Operation, operationName } from '../declared/operations.ts';
import { MockError } from '../errors.ts';
import { readToldAnswer } from './read-told-answer.ts';
import type { ToldAnswer } from './told-answer.ts';

interface Waiting {
  told: ToldAnswer;
  left: number;
}

export class ToldAnswers {
  readonly #operations: readonly Operation[];
  /** @throws {MockError} when the document has no such answer. */
  readonly #refuse: (operation: Operation, told: ToldAnswer) => void;
  readonly #waiting = new Map<Operation, Waiting[]>();

  constructor(operations: readonly Operation[], refuse: (operation: Operation, told: ToldAnswer) => void) {
    this.#operations = operations;
    this.#refuse = refuse;
  }

  /** @throws {MockError} when there is no such operation, or it can't be answered so. */
  tell(name: string, answer: unknown): void {
    const operation = this.#operations.find((one) => operationName(one) === name);
    if (!operation) {
      const known = this.#operations.slice(0, 20).map((one) => operationName(one));
      const more = this.#operations.length > known.length ? ', …' : '';
      throw new MockError(`The document has no operation ${name}; it has ${known.join(', ')}${more}`);
    }
    const told = readToldAnswer(answer, operation);
    this.#refuse(operation, told);
    const { times = 1 } = told;
    const left = times === 'always' ? Number.POSITIVE_INFINITY : times;
    const others = this.#waiting.get(operation) ?? [];
    const counted = others.filter((one) => one.left !== Number.POSITIVE_INFINITY);
    const always = left === Number.POSITIVE_INFINITY ? [] : others.filter((one) => !counted.includes(one));
    // What is always answered comes last, and the last of it only.
    this.#waiting.set(
      operation,
      left === Number.POSITIVE_INFINITY
        ? [...counted, { told, left }]
        : [...counted, { told, left }, ...always],
    );
  }

  next(operation: Operation): ToldAnswer | undefined {
    return this.#waiting.get(operation)?.[0]?.told;
  }

  /** That the next one is given now. */
  take(operation: Operation): void {
    const waiting = this.#waiting.get(operation) ?? [];
    const [first] = waiting;
    if (first && --first.left <= 0) waiting.shift();
  }

  reset(): void {
    this.#waiting.clear();
  }
}

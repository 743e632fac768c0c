// The answers that the mock was told, in the order in which they are given.
import { type Operation, operationName } from '../declared/operations.ts';
import { MockError } from '../errors.ts';
import { readToldAnswer } from './read-told-answer.ts';
import type { ToldAnswer } from './told-answer.ts';

interface Waiting {
  /** One after the other, each so many times. */
  counted: { told: ToldAnswer; left: number }[];
  /** What is given where none of them is left: what was told last. */
  always?: ToldAnswer;
}

export class ToldAnswers {
  readonly #operations: readonly Operation[];
  /** @throws {MockError} when the document has no such answer. */
  readonly #refuse: (operation: Operation, told: ToldAnswer) => void;
  readonly #waiting = new Map<Operation, Waiting>();

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
    const waiting = this.#waiting.get(operation) ?? { counted: [] };
    this.#waiting.set(operation, waiting);
    if (times === 'always' || times === Number.POSITIVE_INFINITY) waiting.always = told;
    else waiting.counted.push({ told, left: times });
  }

  next(operation: Operation): ToldAnswer | undefined {
    const waiting = this.#waiting.get(operation);
    return waiting?.counted[0]?.told ?? waiting?.always;
  }

  /** That the next one is given now. */
  take(operation: Operation): void {
    const { counted } = this.#waiting.get(operation) ?? { counted: [] };
    const [first] = counted;
    if (first && --first.left <= 0) counted.shift();
  }

  reset(): void {
    this.#waiting.clear();
  }
}

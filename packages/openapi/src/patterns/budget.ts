// How much work a document may make: counted in steps, so that what is found is the same on every machine.

export class OutOfBudget extends Error {}

export class Budget {
  #left: number;
  readonly #whole: Budget | undefined;

  /** @param whole what is spent is spent of this one, too. */
  constructor(steps: number, whole?: Budget) {
    this.#left = steps;
    this.#whole = whole;
  }

  /** @throws {OutOfBudget} when there is not so much left. */
  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfBudget();
    this.#whole?.spend(steps);
  }
}

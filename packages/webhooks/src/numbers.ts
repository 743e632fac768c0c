// The options that are numbers.

/** @throws RangeError */
export function checkNumber(name: string, value: number, fits: boolean, what: string): number {
  // Asked so that NaN never fits.
  if (!fits) throw new RangeError(`${name} must be ${what}; it is ${value}`);
  return value;
}

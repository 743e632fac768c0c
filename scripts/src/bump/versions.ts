// Orders the versions that the vendor gives its document: numbers between dots, whatever their count.

/** Whether the first is older than the second. A part that isn't a number comes before every number, as in 1.0.0-rc.1. */
export function isOlder(version: string, than: string): boolean {
  const [left, right] = [version, than].map((text) => text.split(/[.+-]/));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let index = 0; index < length; index += 1) {
    const [a, b] = [rank(left?.[index]), rank(right?.[index])];
    if (a !== b) return a < b;
  }
  return false;
}

function rank(part: string | undefined): number {
  if (part === undefined) return 0;
  return /^\d+$/.test(part) ? Number(part) : -1;
}

// Keeps a Map or Set from growing without end.

/** Forgets what was put in first, once there are more than `max`. */
export function forgetOldest<Key>(
  kept: { size: number; keys(): Iterable<Key>; delete(key: Key): unknown },
  max: number,
): void {
  const [oldest] = kept.keys();
  if (kept.size > max) kept.delete(oldest as Key);
}

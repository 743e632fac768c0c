// How much is derived of one schema: far above what real documents ask for, and below what would take long or much memory. What lies
// beyond has no case, and the table says so.

export const LIMITS = {
  /** Schemas within each other; one that contains itself ends here. */
  depth: 12,
  /** Characters of a text. */
  characters: 100_000,
  /** Items of a list, or members of an object. */
  items: 5_000,
  /** Values within one value: members of objects and items of lists, at every level. */
  values: 20_000,
  /** Variants of one value, before those are left out that don't keep their promise. */
  variants: 5_000,
  /** Optional properties that are tried for one value with everything in it. */
  additions: 2_000,
} as const;

/** Follows a schema of which more could be derived than is. */
export const STOPPED = ' in full';

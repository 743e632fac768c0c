// How large a document may be: far above real ones (4 MB, 1,000 operations, 64 components that all name each other), and below
// what would keep us, or whoever reads what is made of it, busy without end.

export const LIMITS = {
  /** Bytes of a source. The YAML parser needs about 90 MB of memory and 1.5 s for each megabyte. */
  bytes: 8_000_000,
  /** Objects and lists within each other; the linter behind us takes 100. */
  depth: 95,
  /** Values in all: members of objects and items of lists, aliases of YAML counted wherever they stand. */
  values: 1_000_000,
  /** Members of one object. */
  keys: 20_000,
  /** Characters of one key: paths and names end up in types, in file names and on screens. */
  keyLength: 1_000,
  operations: 3_000,
  components: 10_000,
  /** `anyOf` or `oneOf` of one schema. */
  alternatives: 1_000,
  /** Ways to choose among all alternatives that one schema has in place, those of its `allOf` multiplied. */
  combinations: 10_000,
} as const;

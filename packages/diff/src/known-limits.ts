// What the generator is known not to show, or to show in another way than a rule says: no rule is missing there.
import type { DocumentFinding, TypesFinding } from './finding.ts';

/** One oddity of the generated types, and how a finding of the compiler shows that it is no more than that. */
interface Limit {
  what: string;
  isShown: (byTypes: TypesFinding, byDocument: DocumentFinding) => boolean;
}

const LIMITS: Limit[] = [
  {
    what: 'the type of keys that are not named has to hold the types of the named ones, too',
    isShown: ({ field }, { field: other }) =>
      field.path.endsWith('.*') && field.root === other.root && isWithin(other.path, field.path.slice(0, -2)),
  },
  {
    what: 'an object that has no property, or none that goes this way, is a map of anything',
    isShown: ({ saw, field }, { kind, field: other }) =>
      (saw === 'index-lost' || saw === 'index-gained') &&
      /-(?:read|write)-only$|property-(?:added|removed)$/.test(kind) &&
      field.root === other.root &&
      isWithin(other.path, field.path),
  },
  {
    what: 'an item of a list that may be missing may be undefined',
    isShown: ({ field }, { kind, field: other }) =>
      kind.endsWith('-tuple') && field.root === other.root && field.path === other.path,
  },
  {
    what: 'a file is a type of its own where it is a part of a form',
    isShown: ({ field }, { kind, field: other }) =>
      (kind === 'encoding-changed' || kind === 'file-changed') &&
      field.root === other.root &&
      isWithin(field.path, other.path),
  },
];

/** Whether what the compiler sees comes of a known oddity and of something that a rule tells. */
export function isKnownLimit(byTypes: TypesFinding, byDocument: readonly DocumentFinding[]): boolean {
  return LIMITS.some(({ isShown }) => byDocument.some((finding) => isShown(byTypes, finding)));
}

/** Whether the generator makes no types of what was found. */
export function isUnshown({ isUntyped }: DocumentFinding): boolean {
  return isUntyped === true;
}

function isWithin(path: string, outer: string): boolean {
  return path.startsWith(outer) && /^(?:$|[.[])/.test(path.slice(outer.length));
}

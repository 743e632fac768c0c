// Which findings of the two comparators are one: a rule that the compiler bears out, and what it sees that no rule speaks of.
import { related } from './field.ts';
import type { DocumentFinding, Location, TypesFinding } from './finding.ts';
import { isKnownLimit } from './known-limits.ts';
import { type Ruling, showsAs, visibility } from './rulings.ts';
import { rank } from './severity.ts';

/** A finding, and what the policy says of it. */
export interface Ruled<Finding> {
  finding: Finding;
  ruling: Ruling;
}

/** Where the compiler says the same. The two may read a recursive schema to another depth: one of the places of a change is enough. */
export function witnessesOf(
  byDocument: readonly Ruled<DocumentFinding>[],
  byTypes: readonly Ruled<TypesFinding>[],
): (finding: DocumentFinding) => TypesFinding | undefined {
  const typesAt = Map.groupBy(byTypes, ({ finding }) => placeOf(finding));
  const idOf = (finding: DocumentFinding) =>
    JSON.stringify([placeOf(finding), finding.kind, finding.pointer, finding.words]);
  const own = new Map<DocumentFinding, TypesFinding>();
  const known = new Map<string, TypesFinding>();
  for (const one of byDocument) {
    const witness = witnessOf(one, typesAt.get(placeOf(one.finding)) ?? []);
    if (!witness) continue;
    own.set(one.finding, witness);
    known.set(idOf(one.finding), witness);
  }
  return (finding) => own.get(finding) ?? known.get(idOf(finding));
}

/** What the compiler sees, and no rule speaks of at any of the places where it sees it. */
export function unexplainedOf(
  byDocument: readonly Ruled<DocumentFinding>[],
  byTypes: readonly Ruled<TypesFinding>[],
): Ruled<TypesFinding>[] {
  const documentAt = Map.groupBy(byDocument, ({ finding }) => placeOf(finding));
  const idOf = ({ finding }: Ruled<TypesFinding>) =>
    JSON.stringify([placeOf(finding), finding.saw, finding.words, lastOf(finding.field.path)]);
  const isExplained = (one: Ruled<TypesFinding>) => {
    const others = placesOf(one.finding).flatMap((place) => documentAt.get(place) ?? []);
    const findings = others.map(({ finding }) => finding);
    return others.some((other) => explains(other, one)) || isKnownLimit(one.finding, findings);
  };
  const explained = new Set(byTypes.filter(isExplained));
  const known = new Set([...explained].map(idOf));
  return byTypes.filter((one) => !explained.has(one) && !known.has(idOf(one)));
}

function placeOf({ operation, side }: Location): string {
  return `${side} ${operation ?? ''}`;
}

/** What an answer is called may come of any answer. */
function placesOf(finding: TypesFinding): string[] {
  const isAnyAnswer = finding.anywhere && finding.side === 'response';
  return isAnyAnswer ? [placeOf(finding), placeOf({ ...finding, side: 'error' })] : [placeOf(finding)];
}

/** The last name of a path, and what follows it. */
function lastOf(path: string): string {
  return /(?:\.[^.[]*|\["(?:[^"\\]|\\.)*"\])(?:\[\d*\])*$/.exec(path)?.[0] ?? path;
}

/** Where the compiler says the same of the same field. */
function witnessOf(
  { finding, ruling }: Ruled<DocumentFinding>,
  byTypes: readonly Ruled<TypesFinding>[],
): TypesFinding | undefined {
  if (visibility(finding.kind) === 'never') return undefined;
  const near = byTypes.filter((other) => related(other.finding.field, finding.field));
  const same =
    near.find((other) => other.ruling.severity === ruling.severity) ??
    near.find((other) => showsAs(finding.kind, other.finding.saw));
  return same?.finding;
}

/** Whether a rule says what the compiler says, or at least something as bad. */
function explains(byDocument: Ruled<DocumentFinding>, byTypes: Ruled<TypesFinding>): boolean {
  const { kind, field } = byDocument.finding;
  const { saw } = byTypes.finding;
  if (!byTypes.finding.anywhere && !related(field, byTypes.finding.field)) return false;
  if (rank(byDocument.ruling.severity) >= rank(byTypes.ruling.severity)) return true;
  // What is replaced became narrower and wider, too.
  return showsAs(kind, saw) || (showsAs(kind, 'replaced') && (saw === 'narrower' || saw === 'wider'));
}

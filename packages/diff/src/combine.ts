// Brings the findings of the two comparators together: one list of changes, and where they disagree.
import { code } from '@agentsource/openapi/markdown';
import type { Change, Comparator, Direction, Disagreement } from './change.ts';
import { fieldName, related } from './field.ts';
import type { DocumentFinding, Location, TypesFinding } from './finding.ts';
import { isKnownLimit, isUnshown } from './known-limits.ts';
import type { Kind } from './policy.ts';
import { isUnreached, type Ruling, rulingOf, severityOf, showsAs, visibility } from './rulings.ts';
import { rank } from './severity.ts';

/** Characters of the compiler's words that are shown: they spell whole types. */
const LONG = 300;

export interface Combined {
  changes: Change[];
  disagreements: Disagreement[];
}

/** A finding, and what the policy says of it. */
interface Ruled<Finding> {
  finding: Finding;
  ruling: Ruling;
}

/** The higher of the two wins: what only the compiler objects to becomes a change of its own. */
export function combine(byDocument: readonly DocumentFinding[], byTypes: readonly TypesFinding[]): Combined {
  const document = ruled(byDocument, ({ kind, side }) => rulingOf(kind, side));
  const types = ruled(byTypes, ({ saw, side }) => ({ severity: severityOf(saw, side), wireBreaking: false }));
  const documentAt = Map.groupBy(document, ({ finding }) => placeOf(finding));
  const typesAt = Map.groupBy(types, ({ finding }) => placeOf(finding));
  const changes: Change[] = [];
  const disagreements: Disagreement[] = [];
  for (const one of document) {
    const { finding } = one;
    const witness = witnessOf(one, typesAt.get(placeOf(finding)) ?? []);
    changes.push(documentChange(one, witness));
    const isExpected = visibility(finding.kind) === 'always' && !isUnreached(finding.side);
    if (!witness && isExpected && !isUnshown(finding)) {
      disagreements.push(disagreement('document', finding, `${finding.kind}, ${finding.words}`));
    }
  }
  for (const one of types) {
    const { finding } = one;
    const error =
      finding.anywhere && finding.side === 'response' ? { ...finding, side: 'error' as const } : finding;
    const places = new Set([placeOf(finding), placeOf(error)]);
    const others = [...places].flatMap((place) => documentAt.get(place) ?? []);
    if (others.some((other) => explains(other, one))) continue;
    if (
      isKnownLimit(
        one.finding,
        others.map(({ finding }) => finding),
      )
    )
      continue;
    changes.push(typesChange(one));
    if (!one.finding.isShifted)
      disagreements.push(disagreement('types', one.finding, code(one.finding.words, LONG)));
  }
  return { changes: inOrder(onceEach(changes)), disagreements };
}

/** Leaves out what means nothing where it stands. */
function ruled<Finding>(findings: readonly Finding[], rule: (finding: Finding) => Ruling): Ruled<Finding>[] {
  return findings
    .map((finding) => ({ finding, ruling: rule(finding) }))
    .filter(({ ruling }) => ruling.severity !== 'none');
}

function placeOf({ operation, side }: Location): string {
  return `${side} ${operation ?? ''}`;
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

function documentChange({ finding, ruling }: Ruled<DocumentFinding>, witness?: TypesFinding): Change {
  const change = toChange(finding, finding.kind, ruling);
  // A refusal in the compiler's own words is what the reader is going to see.
  const said = witness?.words.startsWith('Type ') ? ` (${code(witness.words, LONG)})` : '';
  const detail = change.detail + said;
  return { ...change, detail, comparators: witness ? ['types', 'document'] : ['document'] };
}

function typesChange({ finding, ruling }: Ruled<TypesFinding>): Change {
  if (finding.isShifted) return toChange(finding, finding.saw as Kind, ruling);
  const isLoss = /-(?:lost|removed|renamed)$/.test(finding.saw);
  const otherwise = isLoss ? 'types-name-lost' : 'types-incompatible';
  const kind = ruling.severity === 'feature' ? 'types-name-gained' : otherwise;
  return toChange({ ...finding, words: code(finding.words, LONG) }, kind, ruling);
}

function toChange(finding: DocumentFinding | TypesFinding, kind: Kind, ruling: Ruling): Change {
  return {
    severity: ruling.severity as Change['severity'],
    wireBreaking: ruling.wireBreaking,
    operation: finding.operation,
    direction: directionOf(finding),
    kind,
    pointer: finding.pointer,
    detail: detailOf(finding, finding.words),
    comparators: ['types'],
    field: fieldName(finding.field),
    words: finding.words,
  };
}

function disagreement(comparator: Comparator, finding: Location, words: string): Disagreement {
  return {
    operation: finding.operation,
    direction: directionOf(finding),
    comparator,
    detail: detailOf(finding, words),
  };
}

function detailOf({ field }: Location, words: string): string {
  const name = fieldName(field);
  return name === '' ? words : `${name}: ${words}`;
}

/** What concerns the operation as a whole has no direction. */
function directionOf({ operation, side, field }: Location): Direction | null {
  if (operation === null || isUnreached(side) || field.root === '') return null;
  return side === 'request' ? 'request' : 'response';
}

/** A component reached on several ways is told of once per operation, at the first (shortest) of them. */
function onceEach(changes: readonly Change[]): Change[] {
  const first = new Map<string, Change>();
  for (const change of changes) {
    const { operation, direction, kind, pointer, words, severity } = change;
    const key = JSON.stringify([operation, direction, kind, pointer, words, severity]);
    const known = first.get(key);
    if (!known) first.set(key, change);
    else if (change.comparators.length > known.comparators.length) known.comparators = change.comparators;
  }
  return [...first.values()];
}

/** By operation in the order found, the worst first within each. */
function inOrder(changes: readonly Change[]): Change[] {
  const byOperation = Map.groupBy(changes, ({ operation }) => operation);
  const weight = (change: Change) => 2 * rank(change.severity) + (change.wireBreaking ? 1 : 0);
  return [...byOperation.values()].flatMap((list) => list.sort((one, other) => weight(other) - weight(one)));
}

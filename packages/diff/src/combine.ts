// Brings the findings of the two referees together: one list of changes, and where they disagree.
import { type Change, type Direction, type Disagreement, SEVERITIES, type Severity } from './change.ts';
import { type DocumentFinding, type Field, fieldName, related, type TypesFinding } from './finding.ts';
import { type Ruling, rulingOf, type Side, seenBy } from './policy.ts';

export interface Combined {
  changes: Change[];
  disagreements: Disagreement[];
}

interface Placed {
  operation: string | null;
  side: Side;
  field: Field;
}

interface Ruled {
  finding: DocumentFinding;
  ruling: Ruling;
}

/** The higher of the two wins: what only the compiler objects to becomes a change of its own. */
export function combine(byDocument: readonly DocumentFinding[], byTypes: readonly TypesFinding[]): Combined {
  const ruled = byDocument
    .map((finding) => ({ finding, ruling: rulingOf(finding.kind, finding.side) }))
    .filter(({ ruling }) => ruling.severity !== 'none');
  const documentAt = Map.groupBy(ruled, ({ finding }) => placeOf(finding));
  const typesAt = Map.groupBy(byTypes, placeOf);
  const changes: Change[] = [];
  const disagreements: Disagreement[] = [];
  for (const { finding, ruling } of ruled) {
    const witness = witnessOf(finding, ruling, typesAt.get(placeOf(finding)) ?? []);
    changes.push(toChange(finding, ruling, witness));
    if (!witness && seenBy(finding.kind) === 'both' && finding.side !== 'unreached') {
      disagreements.push(toDisagreement(finding, 'document', `${finding.kind}, ${finding.words}`));
    }
  }
  for (const finding of byTypes) {
    if (explains(finding, documentAt.get(placeOf(finding)) ?? [])) continue;
    changes.push(toChange(finding, { severity: finding.severity, wireBreaking: false }));
    disagreements.push(toDisagreement(finding, 'types', finding.words));
  }
  return { changes: inOrder(onceEach(changes)), disagreements };
}

/** A component reached on several ways is told of once per operation, at the first (shortest) of them. */
function onceEach(changes: readonly Change[]): Change[] {
  const first = new Map<string, Change>();
  for (const change of changes) {
    const { operation, direction, kind, pointer, words, severity } = change;
    const key = JSON.stringify([operation, direction, kind, pointer, words, severity]);
    const known = first.get(key);
    if (!known) first.set(key, change);
    else if (change.referees.length > known.referees.length) known.referees = change.referees;
  }
  return [...first.values()];
}

function placeOf({ operation, side }: Placed): string {
  return `${side} ${operation ?? ''}`;
}

/** Where the compiler says the same of the same field. */
function witnessOf(finding: DocumentFinding, { severity }: Ruling, byTypes: readonly TypesFinding[]) {
  if (seenBy(finding.kind) === 'document') return undefined;
  return byTypes.find((other) => other.severity === severity && related(other.field, finding.field));
}

/** Whether a rule says at least what the compiler says. */
function explains(finding: TypesFinding, byDocument: readonly Ruled[]): boolean {
  return byDocument.some(
    ({ finding: other, ruling }) =>
      rank(ruling.severity) >= rank(finding.severity) && related(other.field, finding.field),
  );
}

function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

function toChange(finding: DocumentFinding | TypesFinding, ruling: Ruling, witness?: TypesFinding): Change {
  const field = fieldName(finding.field);
  const detail = field === '' ? finding.words : `${field}: ${finding.words}`;
  return {
    severity: ruling.severity as Change['severity'],
    wireBreaking: ruling.wireBreaking,
    operation: finding.operation,
    direction: directionOf(finding),
    kind: finding.kind,
    pointer: finding.pointer,
    // A refusal in the compiler's own words is what the reader is going to see.
    detail: witness?.words.startsWith('Type ') ? `${detail} (${witness.words})` : detail,
    referees: 'severity' in finding ? ['types'] : witness ? ['types', 'document'] : ['document'],
    field,
    words: finding.words,
  };
}

function toDisagreement(finding: Placed, referee: Disagreement['referee'], words: string): Disagreement {
  const field = fieldName(finding.field);
  const detail = field === '' ? words : `${field}: ${words}`;
  return { operation: finding.operation, direction: directionOf(finding), referee, detail };
}

/** What concerns the operation as a whole has no direction. */
function directionOf({ side, field }: Placed): Direction | null {
  if (side === 'unreached' || field.root === '') return null;
  return side === 'request' ? 'request' : 'response';
}

/** By operation in the order found, the worst first within each. */
function inOrder(changes: readonly Change[]): Change[] {
  const byOperation = Map.groupBy(changes, ({ operation }) => operation);
  const weight = (change: Change) => 2 * rank(change.severity) + (change.wireBreaking ? 1 : 0);
  return [...byOperation.values()].flatMap((list) => list.sort((one, other) => weight(other) - weight(one)));
}

// Brings the findings of the two comparators together: one list of changes, and where they disagree.
import { code } from '@agentsource/openapi/markdown';
import type { Change, Comparator, Direction, Disagreement } from './change.ts';
import { fieldName } from './field.ts';
import type { DocumentFinding, Location, TypesFinding } from './finding.ts';
import { isUnshown } from './known-limits.ts';
import type { Kind } from './policy.ts';
import { isUnreached, type Ruling, rulingOf, severityOf, visibility } from './rulings.ts';
import { rank } from './severity.ts';
import { type Ruled, unexplainedOf, witnessesOf } from './witnesses.ts';

/** Characters of the compiler's words that are shown: they spell whole types. */
const LONG = 300;

export interface Combined {
  changes: Change[];
  disagreements: Disagreement[];
}

/** The higher of the two wins: what only the compiler objects to becomes a change of its own. */
export function combine(byDocument: readonly DocumentFinding[], byTypes: readonly TypesFinding[]): Combined {
  const document = ruled(byDocument, ({ kind, side }) => rulingOf(kind, side));
  const types = ruled(byTypes, ({ saw, side }) => ({ severity: severityOf(saw, side), wireBreaking: false }));
  const witnessOf = witnessesOf(document, types);
  const unexplained = unexplainedOf(document, types);
  const changes = [
    ...document.map((one) => documentChange(one, witnessOf(one.finding))),
    ...unexplained.map(typesChange),
  ];
  const disagreements = [
    ...document
      .filter(({ finding }) => isExpected(finding) && !witnessOf(finding))
      .map(({ finding }) => disagreement('document', finding, `${finding.kind}, ${finding.words}`)),
    ...unexplained
      .filter(({ finding }) => !finding.isShifted)
      .map(({ finding }) => disagreement('types', finding, code(finding.words, LONG))),
  ];
  return { changes: inOrder(onceEach(changes)), disagreements };
}

/** Whether the compiler should see it, too. */
function isExpected(finding: DocumentFinding): boolean {
  return visibility(finding.kind) === 'always' && !isUnreached(finding.side) && !isUnshown(finding);
}

/** Leaves out what means nothing where it stands. */
function ruled<Finding>(findings: readonly Finding[], rule: (finding: Finding) => Ruling): Ruled<Finding>[] {
  return findings
    .map((finding) => ({ finding, ruling: rule(finding) }))
    .filter(({ ruling }) => ruling.severity !== 'none');
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
    detail: detailOf(finding, words, code),
  };
}

/** @param show How the field is written: as code, where it ends up in Markdown. */
function detailOf({ field }: Location, words: string, show = (name: string) => name): string {
  const name = fieldName(field);
  return name === '' ? words : `${show(name)}: ${words}`;
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

// What a release note tells whoever compiles against the packages: the calls that have to change first, then what is new and what else
// is different. Each change is told once.
import { code, version } from '@agentsource/openapi/markdown';
import type { Change } from '../change.ts';
import { adapting } from './adapt.ts';
import { sectionsOf } from './groups.ts';
import type { Comparison } from './json.ts';
import { lineText, wholeText } from './line-text.ts';

interface Part {
  title: string;
  /** Said before the list. */
  lead?: string;
  /** Operations that are listed in a line. */
  most: number;
  holds: (change: Change) => boolean;
}

const PARTS: Part[] = [
  {
    title: 'The service itself became stricter',
    lead: 'Callers that are already deployed are affected, whether they upgrade or not.',
    most: Infinity,
    holds: ({ wireBreaking }) => wireBreaking,
  },
  { title: 'Breaking', most: Infinity, holds: isAlone('breaking') },
  { title: 'New', most: 5, holds: isAlone('feature') },
  { title: 'Other', most: 5, holds: isAlone('fix') },
];

/** Of this severity, and felt by those alone who upgrade. */
function isAlone(of: Change['severity']): Part['holds'] {
  return ({ severity, wireBreaking }) => severity === of && !wireBreaking;
}

/** Kinds that are told in a line for all operations. */
const DOCUMENTATION = new Set<Change['kind']>(['documentation-changed', 'tags-changed']);

/** What the words of a component say that has another name now. */
const RENAMED = / renamed to (.+)$/;

/** Names that are listed in a line. */
const FEW = 12;

/** One line: versions and severity. Good for a pull request's title. */
export function headline({ from, to, verdict: { severity } }: Comparison): string {
  const versions = from
    ? `API ${version(from.version)} → ${version(to.version)}`
    : `API ${version(to.version)}`;
  return `${versions}: ${severity === 'none' ? 'no change' : severity}`;
}

/** The note of a release that is made for this comparison, in Markdown. */
export function renderNote(comparison: Comparison): string {
  return `${[`**${headline(comparison)}**`, ...partsOf(comparison.verdict.changes)].join('\n\n')}\n`;
}

/** The parts of the note that have something to tell. */
export function partsOf(changes: readonly Change[]): string[] {
  return PARTS.flatMap(({ title, lead, most, holds }) => {
    const lines = linesOf(changes.filter(holds), most);
    return lines.length === 0
      ? []
      : [[`### ${title}`, ...(lead ? [lead] : []), lines.join('\n')].join('\n\n')];
  });
}

function linesOf(changes: readonly Change[], most: number): string[] {
  const { operations = [], names = [], documentation = [], others = [] } = Object.groupBy(changes, placeOf);
  return [
    ...operations.map(({ operation, words }) => `- ${code(operation ?? '')}: ${words}`),
    ...sectionsOf(others).flatMap(({ operations: where, lines }) => [
      `- ${listed(where, most)}`,
      ...lines.map((line) => `  - ${withAdapting(lineText({ ...line, wireBreaking: false }), line)}`),
    ]),
    ...others
      .filter(({ operation }) => operation === null)
      .map((change) => `- ${withAdapting(wholeText(change), change)}`),
    ...nameLines(names, most),
    ...documentationLine(documentation, most),
  ];
}

function placeOf({ kind }: Change): 'operations' | 'names' | 'documentation' | 'others' {
  if (kind === 'operation-added' || kind === 'operation-removed') return 'operations';
  if (kind === 'component-added' || kind === 'component-removed') return 'names';
  return DOCUMENTATION.has(kind) ? 'documentation' : 'others';
}

function withAdapting(text: string, change: Pick<Change, 'kind' | 'direction'>): string {
  const how = adapting(change);
  return how === undefined ? text : `${text}. ${how}`;
}

function nameLines(changes: readonly Change[], most: number): string[] {
  const [first] = changes;
  if (!first) return [];
  const fields = (list: readonly Change[]) => list.map(({ field }) => field);
  if (first.kind === 'component-added') return [`- new exported types: ${listed(fields(changes))}`];
  // What is only called otherwise now is told with its new name.
  const { renamed = [], gone = [] } = Object.groupBy(changes, ({ words }) =>
    RENAMED.test(words) ? 'renamed' : 'gone',
  );
  return [
    ...renamed.map(({ field, words }) => `- exported type ${code(field)} → ${RENAMED.exec(words)?.[1]}`),
    ...(gone.length === 0 ? [] : [`- exported types that are gone: ${listed(fields(gone), most)}`]),
  ];
}

function documentationLine(changes: readonly Change[], most: number): string[] {
  const places = new Set(changes.map(({ operation, field }) => operation ?? field));
  return places.size === 0 ? [] : [`- descriptions, titles and examples: ${listed([...places], most)}`];
}

function listed(names: readonly string[], most = FEW): string {
  const shown = names.length <= most + 1 ? names : names.slice(0, most);
  const more = names.length - shown.length;
  return `${shown.map((name) => code(name)).join(', ')}${more === 0 ? '' : ` and ${more} more`}`;
}

// Reads the policy: what a kind of change means where it stands, and whether the types show it.
import { KINDS, type Kind, POLICY, type TypeFact } from './policy.ts';
import { highest, type Severity } from './severity.ts';

/**
 * Where a change stands. `unreached`: in a component that no operation uses; there the worse of both directions counts, unless what
 * it is (a parameter, a response) says which of the two it is for.
 */
export type Side =
  | 'request'
  | 'response'
  | 'error'
  | 'unreached'
  | 'unreached-request'
  | 'unreached-response';

export interface Ruling {
  severity: Severity;
  wireBreaking: boolean;
}

/** What a change of this kind means on this side; what nothing reaches is no stricter to anybody. */
export function rulingOf(kind: Kind, side: Side): Ruling {
  const { request, response, error } = marksOf(kind);
  const marks: Record<Side, string[]> = {
    request: [request],
    response: [response],
    error: [error],
    unreached: [request, response],
    'unreached-request': [request],
    'unreached-response': [response],
  };
  const rulings = marks[side].map(toRuling);
  return {
    severity: highest(rulings.map(({ severity }) => severity)),
    wireBreaking: !isUnreached(side) && rulings.some(({ wireBreaking }) => wireBreaking),
  };
}

export function isUnreached(side: Side): boolean {
  return side.startsWith('unreached');
}

/** What something that the compiler saw means on this side: the worst of the kinds that show so. */
export function severityOf(saw: Kind | TypeFact, side: Side): Severity {
  const kinds = isKind(saw) ? [saw] : KINDS.filter((kind) => factOf(kind) === saw);
  return highest(kinds.map((kind) => rulingOf(kind, side).severity));
}

/** Whether the types show a change of this kind: always, never, or depending on how the schema is spelled. */
export function visibility(kind: Kind): 'always' | 'sometimes' | 'never' {
  const [, shows] = POLICY[kind];
  if (shows === '-') return 'never';
  return shows.endsWith('?') ? 'sometimes' : 'always';
}

/** Whether it is a change of this kind that the compiler may have seen. */
export function showsAs(kind: Kind, saw: Kind | TypeFact): boolean {
  return kind === saw || factOf(kind) === saw;
}

function isKind(saw: Kind | TypeFact): saw is Kind {
  return Object.hasOwn(POLICY, saw);
}

function factOf(kind: Kind): string {
  return POLICY[kind][1].replace('?', '');
}

function marksOf(kind: Kind): Record<'request' | 'response' | 'error', string> {
  const [request = '-', response = '-', error] = POLICY[kind][0].split(' ');
  return { request, response, error: error?.slice(1, -1) ?? response };
}

const SEVERITY_OF: Record<string, Severity> = { B: 'breaking', F: 'feature', X: 'fix', '-': 'none' };

function toRuling(mark: string): Ruling {
  return { severity: SEVERITY_OF[mark.charAt(0)] ?? 'none', wireBreaking: mark.endsWith('†') };
}

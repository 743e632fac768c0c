// What the compiler can say about one place in two types, and what that means in each direction.
import type { Severity } from '../change.ts';
import type { Side } from '../policy.ts';

/**
 * `wider`: what was assignable still is, and more; `narrower`: something assignable before no longer is;
 * `replaced`: nothing in common.
 */
export type FactKind =
  | 'key-lost'
  | 'key-gained'
  | 'required-key-gained'
  | 'became-required'
  | 'became-optional'
  | 'wider'
  | 'narrower'
  | 'replaced'
  | 'index-gained';

export interface Fact {
  kind: FactKind;
  /** From the two types compared, `.name`; empty for themselves. */
  path: string;
  words: string;
}

const SEVERITIES: Record<FactKind, { request: Severity; response: Severity; error: Severity }> = {
  'key-lost': { request: 'breaking', response: 'breaking', error: 'breaking' },
  'key-gained': { request: 'feature', response: 'feature', error: 'feature' },
  'required-key-gained': { request: 'breaking', response: 'feature', error: 'feature' },
  'became-required': { request: 'breaking', response: 'feature', error: 'feature' },
  'became-optional': { request: 'feature', response: 'breaking', error: 'feature' },
  wider: { request: 'feature', response: 'breaking', error: 'feature' },
  narrower: { request: 'breaking', response: 'feature', error: 'feature' },
  replaced: { request: 'breaking', response: 'breaking', error: 'breaking' },
  'index-gained': { request: 'feature', response: 'none', error: 'none' },
};

export function severityOf(kind: FactKind, side: Side): Severity {
  return side === 'unreached' ? 'none' : SEVERITIES[kind][side];
}

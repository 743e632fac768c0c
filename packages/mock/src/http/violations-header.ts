// The header `sl-violations` as Prism's own server writes it, so that a suite runs against either.
import type { Violation } from '../judging/violations.ts';

const SEVERITIES = ['Error', 'Warning', 'Information', 'Hint'];

/** Node refuses characters beyond Latin-1 in a header, and many clients refuse headers beyond 16 kB. */
const LONGEST_HEADER = 8 * 1024 - 100;

/** Empty when there is nothing to say. */
export function violationsHeader({
  request,
  response,
}: Record<'request' | 'response', readonly Violation[]>): Record<string, string> {
  const violations = [...located('request', request), ...located('response', response)];
  if (violations.length === 0) return {};
  const json = JSON.stringify(violations).replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const value = json.length > LONGEST_HEADER ? `Too many violations! ${json.slice(0, LONGEST_HEADER)}` : json;
  return { 'sl-violations': value };
}

function located(side: 'request' | 'response', violations: readonly Violation[]): object[] {
  return violations.map(({ path = [], severity, code, message }) => ({
    location: [side, ...path],
    severity: SEVERITIES[severity],
    code,
    message,
  }));
}

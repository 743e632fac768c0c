// What Prism says is wrong, on either side of an exchange: the `sl-violations` header, or a list in a problem+json body.
import { pick } from './text.ts';

export interface Violation {
  /** In the header the side comes first: `request` or `response`. Empty where it is the body as a whole. */
  location: (string | number)[];
  message: string;
}

/** Those of the header about one side, or about either. */
export function violationsOf(headers: Headers, side?: 'request' | 'response'): Violation[] {
  return parseHeader(headers.get('sl-violations')).filter(
    ({ location: [first] }) => side === undefined || first === side,
  );
}

/** Those listed in the body with which Prism refuses where no refusal is declared; undefined when it lists none. */
export function listedViolations(text: string): Violation[] | undefined {
  const validation = pick(text, 'validation');
  return Array.isArray(validation) ? validation.map(withLocation) : undefined;
}

/** A violation is reported at the place itself, above it (a property too many) or below it (an alternative's part). */
export function isViolatedAt(found: readonly Violation[], expected: readonly string[]): boolean {
  return found.some(({ location }) => {
    const shared = Math.min(location.length, expected.length);
    return expected.slice(0, shared).every((key, index) => String(location[index]) === key);
  });
}

/** Whether the header was cut off at 8 kB, so that what it says of the place is incomplete. */
export function isTruncated(headers: Headers): boolean {
  return headers.get('sl-violations')?.startsWith('Too many violations!') === true;
}

export function describeViolations(violations: readonly Violation[]): string {
  return violations
    .map(({ location, message }) => `${location.join('/')} ${message}`)
    .join('; ')
    .slice(0, 300);
}

/** A problem where there must be no violation; about one side of the exchange, or either. */
export function violationProblems(headers: Headers, side?: 'request' | 'response'): string[] {
  const found = violationsOf(headers, side);
  return found.length === 0 ? [] : [`sl-violations: ${describeViolations(found)}`];
}

function parseHeader(header: string | null): Violation[] {
  if (header === null) return [];
  try {
    const found = JSON.parse(header) as (Partial<Violation> & { severity?: string })[];
    // A warning, such as that a parameter is deprecated, refuses nothing.
    return found.filter(({ severity }) => severity !== 'Warning').map(withLocation);
  } catch {
    // Cut off: which sides it is about is all that is left to read.
    const sides = ['request', 'response'].filter((side) => header.includes(`"location":["${side}"`));
    return sides.map((side) => ({ location: [side], message: header.slice(0, 120) }));
  }
}

function withLocation({ location = [], message = '' }: Partial<Violation>): Violation {
  return { location, message };
}

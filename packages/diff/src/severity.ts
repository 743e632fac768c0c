// How much a change matters to someone who compiles against our packages.

/** From the least to the most; a release takes the highest in it. */
const SEVERITIES = ['none', 'fix', 'feature', 'breaking'] as const;
export type Severity = (typeof SEVERITIES)[number];

export function rank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

export function highest(severities: Iterable<Severity>): Severity {
  let top: Severity = 'none';
  for (const severity of severities) {
    if (rank(severity) > rank(top)) top = severity;
  }
  return top;
}

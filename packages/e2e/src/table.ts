// The table of what ran: one line a case, and the reason below for each that did not end well.
import type { TestResult } from './test-case.ts';

const SIGN = { ok: '✓', failed: '✗', 'not available': '–' } as const;

export function line({ kind, name, outcome, detail, seconds }: TestResult): string {
  const [firstLine] = detail.split('\n');
  const said = outcome === 'ok' ? firstLine : outcome === 'failed' ? 'FAILED' : `not available: ${firstLine}`;
  return `${SIGN[outcome]} ${kind.padEnd(10)} ${name.padEnd(52)} ${seconds.toFixed(1).padStart(5)} s  ${said}`;
}

export function table(results: TestResult[]): string {
  const count = (outcome: TestResult['outcome']) =>
    results.filter((result) => result.outcome === outcome).length;
  const unavailable = count('not available');
  const totals = `${count('ok')} passed, ${count('failed')} failed${unavailable > 0 ? `, ${unavailable} skipped` : ''}`;
  return [...results.map(line), ...reasons(results), '', totals].join('\n');
}

/** Each reason once, under the names of all cases that failed for it. */
function reasons(results: TestResult[]): string[] {
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  return [...Map.groupBy(failed, ({ detail }) => detail)].map(([detail, cases]) => {
    const names = cases.map(({ kind, name }) => `\n${kind} ${name} FAILED`);
    return `${names.join('')}:\n${detail.replace(/^/gm, '  ')}`;
  });
}

// The coverage table: operation × status × kind of case, and beneath it everything that did not simply pass.

import { assisted } from './assisted.ts';
import { uncovered } from './coverage.ts';
import { type Case, KINDS, type Kind } from './derive/case.ts';
import { statusOfRefusal } from './derive/expectation.ts';
import type { Gap, Suite } from './derive/suite.ts';
import type { Outcome } from './run.ts';

/** Names in one line. */
const SHOWN = 4;

export interface Report {
  text: string;
  /** Whether every case passed or is excused, because the mock's answer says itself that it is invalid. */
  isGreen: boolean;
}

export function report(suite: Suite, outcomes: readonly Outcome[]): Report {
  const missing = uncovered(suite);
  const failed = outcomes.filter(({ verdict }) => verdict.outcome === 'failed');
  const excused = outcomes.filter(({ verdict }) => verdict.outcome === 'excused');
  const passed = outcomes.length - failed.length - excused.length;
  const isGreen = failed.length === 0 && outcomes.length === suite.cases.length;
  const { document, operations } = suite.subject;
  const text = [
    `${document.info.title} ${document.info.version}, ${operations.length} operation(s)`,
    '',
    ...table(outcomes),
    ...section(
      'Excused: the mock generated this answer, and says itself that it is invalid',
      grouped(excused),
    ),
    ...section(
      'Can not be violated alone: the schema around it allows it anyway',
      namedTogether(suite.shadowed.map((finding) => ({ ...finding, why: '' }))),
    ),
    ...section('Sent for the client, which does not by itself', namedTogether(assisted(suite))),
    ...section('Declared, not covered', namedTogether(missing)),
    ...section('Failed', failed.map(describeFailure)),
    '',
    `${passed} passed, ${excused.length} excused, ${failed.length} failed, ${countOf(missing)} declared, not covered`,
  ].join('\n');
  return { text, isGreen };
}

function table(outcomes: readonly Outcome[]): string[] {
  const rows = new Map<string, Map<Kind, Outcome[]>>();
  for (const outcome of outcomes) {
    const key = `${nameOf(outcome.case)}\t${statusOf(outcome.case)}`;
    const row = rows.get(key) ?? new Map<Kind, Outcome[]>();
    rows.set(key, row);
    row.set(outcome.case.kind, [...(row.get(outcome.case.kind) ?? []), outcome]);
  }
  let last = '';
  const lines = [...rows]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, row]) => {
      const [name = '', status = ''] = key.split('\t');
      const shown = name === last ? '' : name;
      last = name;
      return [onOneLine(shown), status, ...KINDS.map((kind) => cell(row.get(kind) ?? []))];
    });
  return align([['operation', 'status', ...KINDS], ...lines]);
}

/** How many passed; with "+n" excused and "!n" failed. */
function cell(outcomes: Outcome[]): string {
  const count = (outcome: string) => outcomes.filter(({ verdict }) => verdict.outcome === outcome).length;
  const [passed, excused, failed] = [count('passed'), count('excused'), count('failed')];
  if (outcomes.length === 0) return '·';
  return `${passed}${excused > 0 ? `+${excused}` : ''}${failed > 0 ? `!${failed}` : ''}`;
}

function align(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((text, column) =>
        column === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

export function nameOf({ operation }: Pick<Case, 'operation'>): string {
  return `${operation.method.toUpperCase()} ${operation.path}`;
}

function statusOf({ expect, operation }: Case): number {
  return expect.outcome === 'refused' ? statusOfRefusal(expect, operation) : expect.status;
}

function grouped(excused: readonly Outcome[]): string[] {
  const groups = new Map<string, { count: number; reason: string }>();
  for (const { case: subject, verdict } of excused) {
    const key = `${nameOf(subject)} ${statusOf(subject)}`;
    const group = groups.get(key) ?? {
      count: 0,
      reason: verdict.outcome === 'excused' ? verdict.reason : '',
    };
    groups.set(key, { ...group, count: group.count + 1 });
  }
  return [...groups].map(([key, { count, reason }]) => `${key} (${count}): ${reason.slice(0, 160)}`);
}

/** One line for what several operations share, or for what one operation has several of for the same reason. */
function namedTogether(gaps: readonly Gap[]): string[] {
  const byWhat = Map.groupBy(gaps, ({ what, why }) => JSON.stringify([what, why]));
  const lines = [...byWhat.values()].map((same) => {
    const [{ what, why }] = same as [Gap, ...Gap[]];
    return {
      what,
      why,
      where: few(new Set(same.map(({ operation }) => (operation ? nameOf({ operation }) : 'the document')))),
    };
  });
  const byReason = Map.groupBy(lines, ({ where, why }) => JSON.stringify([where, why]));
  return [...byReason.values()].map((same) => {
    const [{ where, why }] = same as [(typeof lines)[number], ...typeof lines];
    return `${where}: ${few(new Set(same.map(({ what }) => what)))}${why === '' ? '' : `: ${why}`}`;
  });
}

/** As many as a line has room for, and how many more. */
function few(names: ReadonlySet<string>): string {
  const shown = [...names].slice(0, SHOWN);
  return `${shown.join(', ')}${names.size > shown.length ? ` and ${names.size - shown.length} more` : ''}`;
}

function countOf(gaps: readonly Gap[]): number {
  return new Set(gaps.map(({ what, why }) => JSON.stringify([what, why]))).size;
}

export function describeFailure({ case: subject, verdict }: Outcome): string {
  const problems = verdict.outcome === 'failed' ? verdict.problems : [];
  return `${nameOf(subject)} · ${subject.kind} · ${subject.name}: ${problems.join('; ')}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${onOneLine(line)}`)];
}

/** Names and values are the document's: what would end a line, or turn the terminal, is shown as its number. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
}

// Findings for a person: a paragraph each, of which nothing is cut.
import { escapeUnseen } from '../terminal.ts';
import type { Finding } from './checks.ts';

const INDENT = '  ';

export function paragraphs(findings: readonly Finding[], width: number): string {
  return findings
    .map(({ check, result, detail }) => `${check}: ${result}\n${wrapped(escapeUnseen(detail), width)}`)
    .join('\n');
}

function wrapped(text: string, width: number): string {
  let line = INDENT;
  let lines = '';
  for (const word of text.split(/\s+/)) {
    if (line !== INDENT && line.length + 1 + word.length > width) {
      lines += `${line}\n`;
      line = INDENT;
    }
    line += line === INDENT ? word : ` ${word}`;
  }
  return `${lines}${line}\n`;
}

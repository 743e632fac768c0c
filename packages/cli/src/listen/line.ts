// An event as a line of a table that grows.
import type { WebhookEvent } from '@agentsource/webhooks';
import { escapeUnseen } from '../terminal.ts';

const NAME = 29;
const ENTITY = 10;
const KEY = 20;

/** Whom it is about is cut short; what happened and under which key are there, and of its data what fits. */
export function eventLine(event: WebhookEvent, width: number): string {
  const { event_name, entity_id, enrollment_key, data } = event;
  const cells = [
    fixed(event_name, NAME),
    fixed(entity_id, ENTITY),
    fixed(enrollment_key, KEY),
    JSON.stringify(data),
  ];
  const line = escapeUnseen(cells.join('  ').replaceAll('\n', ' '));
  return `${line.length > width ? `${line.slice(0, Math.max(1, width - 1))}…` : line}\n`;
}

function fixed(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text.padEnd(width);
}

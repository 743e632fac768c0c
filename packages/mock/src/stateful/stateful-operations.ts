// Which operations a stateful mock knows, for whoever wants to know it before starting one.
import { OPERATIONS } from './operations.ts';

/** What a stateful mock remembers something of, by operationId: every other operation is answered from the document alone. */
export const STATEFUL_OPERATIONS: readonly string[] = Object.keys(OPERATIONS);

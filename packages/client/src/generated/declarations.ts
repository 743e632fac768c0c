// What the document declares beside JSON. Generated from spec/dist/openapi.json by `pnpm generate`; do not edit.
import type { Declarations, DeclaredCallsOf } from '../transport/declared.ts';

/** What reads the table: nothing. */
export const declaredCalls: DeclaredCallsOf | null = null;

/** By `METHOD /path`; an operation that is not here takes JSON or nothing, and answers 200 with JSON. */
export const DECLARATIONS: Declarations = {};

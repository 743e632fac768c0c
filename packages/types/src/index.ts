// Everything the package exports: the document's own structure (`paths`, `components`, `operations`) and short names for it.
export type * from './generated/components.ts';
export type * from './generated/document.ts';
export type { components, operations, paths } from './generated/openapi.ts';
export type * from './generated/operations.ts';

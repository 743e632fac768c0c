// How an answer is read.

/** How openapi-fetch lets the caller choose what `data` is. */
export type ParseAs = 'json' | 'text' | 'blob' | 'arrayBuffer' | 'stream';

/** How an answer is read: by `parseAs`; as JSON that may be missing; or not at all. */
export type Reading = ParseAs | 'jsonIfAny' | 'nothing';

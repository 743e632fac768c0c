// Everything a receiver needs; what signs deliveries is apart, in testing.ts.
export { WebhookParseError, WebhookVerificationError, type WebhookVerificationErrorCode } from './errors.ts';
export { type HandlerOptions, handler } from './handler.ts';
export type { Secrets } from './keys.ts';
export { isEvent, parse, type WebhookEvent } from './parse.ts';
export type { RawBody } from './signature.ts';
export { type EventStore, memoryStore } from './store.ts';
export { type VerifyOptions, verify, type WebhookHeaders } from './verify.ts';

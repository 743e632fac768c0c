// Everything a receiver needs; what signs deliveries is apart, in testing.ts.
export { WebhookParseError, WebhookVerificationError, type WebhookVerificationErrorCode } from './errors.ts';
export { type HandlerOptions, handler, type WebhookHandler } from './handler.ts';
export type { Secrets } from './keys.ts';
export {
  type EventData,
  isEvent,
  isEventNamed,
  type KnownEventName,
  parse,
  type WebhookEvent,
} from './parse.ts';
export type { EventContext, ReceiverOptions } from './receive.ts';
export type { RawBody } from './signature.ts';
export {
  type Claim,
  type Claimed,
  type ClaimStore,
  type EventSet,
  type EventStore,
  memoryStore,
} from './store.ts';
export { type VerifyOptions, verify, type WebhookHeaders } from './verify.ts';

// @agentsource/mock: a mock of the AgentSource API in this process.
export type { AnsweredRequest, RecordedRequest } from './control/recorded-request.ts';
export type { OperationName, ToldAnswer } from './control/told-answer.ts';
export { MockError } from './errors.ts';
export type { Mock } from './mock.ts';
export type { NonConformingOperation } from './non-conforming.ts';
export type { MockOptions } from './options.ts';
export { STATEFUL_OPERATIONS } from './remembered-operations.ts';
export { startMock } from './start.ts';
export type { Delivery } from './stateful/deliveries.ts';
export type { Seed } from './stateful/seed.ts';
export type { Fault } from './traffic/faults.ts';

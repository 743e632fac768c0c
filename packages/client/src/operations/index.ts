// Entry point `@agentsource/client/operations`.
export type * from '@agentsource/types';
export * from '../generated/operations.ts';
export type { OperationClient, OperationOptions } from './call-operation.ts';

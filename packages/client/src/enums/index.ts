// Entry point `@agentsource/client/enums`.
export * from '../generated/enums.ts';

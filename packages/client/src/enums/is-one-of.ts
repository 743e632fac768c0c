// What every guard of `@agentsource/client/enums` asks.

export function isOneOf(values: readonly unknown[], value: unknown): boolean {
  return values.includes(value);
}

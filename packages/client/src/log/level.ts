// How much is printed.

/** How much is printed; each level prints what those before it do. */
export type LogLevel = 'warn' | 'info' | 'debug';

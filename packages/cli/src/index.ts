// Everything the package exports; the command is `agentsource`.
export { run } from './run.ts';
export type { Surroundings } from './terminal.ts';

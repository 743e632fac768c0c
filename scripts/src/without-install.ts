// What the commands need that run where nothing is installed, beside a token. There a package can't be imported by its name, which
// is why this one file is let off the rule (.dependency-cruiser.mjs); those commands import nothing else but Node's and each other.
export { print, runCommand } from '../../packages/openapi/src/command.ts';
export { PipelineError, UnreadableError } from '../../packages/openapi/src/errors.ts';

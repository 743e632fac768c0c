// Compiles files that a test has written, as a user's own compiler would.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const tscOf = (name: string) =>
  fileURLToPath(new URL('./bin/tsc', import.meta.resolve(`${name}/package.json`)));

const TSC = tscOf('typescript');

/** The compilers that users have: 7, and the last one written in JavaScript. */
export const COMPILERS: ReadonlyMap<string, string> = new Map([
  ['7', TSC],
  ['5.9', tscOf('typescript-5')],
]);

/** What TypeScript's `tsc` says when it is called with these arguments: nothing, when all is well. */
export async function compile(tscArguments: readonly string[], cwd?: string, tsc = TSC): Promise<string> {
  return await promisify(execFile)(process.execPath, [tsc, ...tscArguments], { cwd }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout || String(error),
  );
}

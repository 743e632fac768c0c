// Compiles files that a test has written, as a user's own compiler would.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const TSC = fileURLToPath(new URL('./bin/tsc', import.meta.resolve('typescript/package.json')));

/** What TypeScript's `tsc` says when it is called with these arguments: nothing, when all is well. */
export async function compile(tscArguments: readonly string[], cwd?: string): Promise<string> {
  return await promisify(execFile)(process.execPath, [TSC, ...tscArguments], { cwd }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout || String(error),
  );
}

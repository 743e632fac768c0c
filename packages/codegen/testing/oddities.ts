// A document of oddities with its types, and code that uses them: what every TypeScript that we promise has to compile.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalise } from '@agentsource/openapi/normalise';
import { parseOpenApi } from '@agentsource/openapi/read';
import { generateTypesPackage, writeGenerated } from '../src/generate.ts';

const folder = join(import.meta.dirname, 'oddities');

/** What the code has to be compiled with, as `tsc` is told; its file is `usage.ts`. */
export const ODDITIES_OPTIONS =
  '--noEmit --strict --skipLibCheck false --module nodenext --target es2022 --lib es2022,dom --allowImportingTsExtensions';

/** Writes the types, and the code that uses them, into a directory. */
export async function writeOddities(directory: string): Promise<void> {
  const text = readFileSync(join(folder, 'document.yaml'), 'utf8');
  const { document } = normalise(parseOpenApi(text, 'document.yaml'));
  writeGenerated(directory, await generateTypesPackage(document, 'of no interest'));
  cpSync(join(folder, 'usage.ts'), join(directory, 'usage.ts'));
}

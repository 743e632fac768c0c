// A document of oddities with its types, and code that uses them: what every TypeScript that we promise has to compile.
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalise } from '@agentsource/openapi/normalise';
import { parseOpenApi } from '@agentsource/openapi/read';
import { generateTypesPackage } from '../src/generate.ts';
import { writeGenerated } from '../src/write-generated.ts';

const folder = join(import.meta.dirname, 'oddities');

/** Writes the types, the code that uses them and a tsconfig.json into a directory. */
export async function writeOddities(directory: string): Promise<void> {
  const text = readFileSync(join(folder, 'document.yaml'), 'utf8');
  const { document } = normalise(parseOpenApi(text, 'document.yaml'));
  writeGenerated(directory, await generateTypesPackage(document, 'of no interest'));
  for (const file of ['usage.ts', 'tsconfig.json']) cpSync(join(folder, file), join(directory, file));
}

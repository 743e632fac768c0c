// `generate` of packages/types and packages/client: spec/dist → their src/generated. The argument names the package.
import { join } from 'node:path';
import { run } from './src/run.ts';
import {
  generateClientPackage,
  generateTypesPackage,
  readBuiltDocument,
  writeGenerated,
} from './src/types/generate.ts';

await run(async () => {
  const root = join(import.meta.dirname, '..');
  const { document, sha256 } = readBuiltDocument(join(root, 'spec'));
  const name = process.argv[2];
  const files =
    name === 'types' ? await generateTypesPackage(document, sha256) : generateClientPackage(document, sha256);
  writeGenerated(join(root, 'packages', name === 'types' ? 'types' : 'client'), files);
});

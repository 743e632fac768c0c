// Makes the package's modules: each entry is one file that holds what it needs of this workspace's private packages; what
// package.json lists as dependencies stays outside. Their declarations tsc has written.
import { copyFileSync, cpSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** Where tsc has put the declarations of all modules. */
const DECLARATIONS = 'dist/declarations';

const { dependencies, engines } = JSON.parse(readFileSync('package.json', 'utf8'));

const { metafile } = await build({
  entryPoints: ['src/index.ts', 'src/cli.ts'],
  outdir: 'dist',
  bundle: true,
  // The command loads the library only once it needs it.
  splitting: true,
  // Without a hash, so that the package's list of files changes only when its files do.
  chunkNames: '[name]',
  format: 'esm',
  platform: 'node',
  target: `node${/\d+\.\d+/.exec(engines.node)[0]}`,
  external: Object.keys(dependencies),
  metafile: true,
});
const foreign = Object.keys(metafile.inputs).find((path) => path.includes('node_modules/'));
if (foreign)
  throw new Error(`${foreign} would be put into the package: list it in package.json as a dependency`);

// Those of internal modules stay out: they speak of private packages, and nobody can reach them.
for (const file of reachedFrom('index.d.ts')) cpSync(join(DECLARATIONS, file), join('dist', file));
rmSync(DECLARATIONS, { recursive: true });

// The built document, of which the package has a copy of its own to serve.
copyFileSync(fileURLToPath(import.meta.resolve('@agentsource/spec/openapi.json')), 'dist/openapi.json');

function reachedFrom(file, reached = new Set()) {
  if (reached.has(file)) return reached;
  reached.add(file);
  const text = readFileSync(join(DECLARATIONS, file), 'utf8');
  for (const [, path] of text.matchAll(/\bfrom '(\.[^']+)\.ts'/g)) {
    reachedFrom(join(dirname(file), `${path}.d.ts`), reached);
  }
  return reached;
}

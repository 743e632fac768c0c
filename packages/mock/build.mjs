// Makes the package's modules. `dist/mock.js` holds all of it, other people's packages included, so that a user installs no more than our
// own; `index.js` and `cli.js` are the ways in. What package.json lists as dependencies stays outside. Declarations tsc has written.
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { licencesOf } from './third-parties.mjs';

/** Where tsc has put the declarations of all modules. */
const DECLARATIONS = 'dist/declarations';

const { dependencies, engines } = JSON.parse(readFileSync('package.json', 'utf8'));

const common = {
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: `node${/\d+\.\d+/.exec(engines.node)[0]}`,
};

/** Modules of Node's by the name that nothing else can have. */
const builtins = {
  name: 'builtins',
  setup({ onResolve }) {
    const names = builtinModules.filter((name) => !name.startsWith('_')).join('|');
    onResolve({ filter: new RegExp(`^(?:${names})$`) }, ({ path }) => ({
      path: `node:${path}`,
      external: true,
    }));
  },
};

/** Prism hands it to its generator for the keyword `x-faker`, which no schema has here; it is two thirds of all the code. */
const withoutFaker = {
  name: 'without-faker',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@faker-js\/faker$/ }, () => ({ path: 'none', namespace: 'without-faker' }));
    onLoad({ filter: /.*/, namespace: 'without-faker' }, () => ({ contents: 'export const faker = {};' }));
  },
};

const { metafile } = await build({
  ...common,
  stdin: {
    contents:
      "export { STATEFUL_OPERATIONS, startMock } from './index.ts'; export { MockError, serve } from './serve.ts';",
    resolveDir: 'src',
  },
  outfile: 'dist/mock.js',
  external: Object.keys(dependencies),
  // Modules rather than CommonJS, where a package has both.
  mainFields: ['module', 'main'],
  plugins: [builtins, withoutFaker],
  // What is CommonJS asks for Node's modules by require().
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  legalComments: 'none',
  metafile: true,
});
writeFileSync('dist/third-parties.txt', licencesOf(Object.keys(metafile.inputs)));

await build({
  ...common,
  entryPoints: ['src/cli.ts'],
  outfile: 'dist/cli.js',
  plugins: [
    {
      name: 'all-in-one',
      setup: ({ onResolve }) =>
        onResolve({ filter: /^\.\/serve\.ts$/ }, () => ({ path: './mock.js', external: true })),
    },
  ],
});
writeFileSync('dist/index.js', "export { MockError, STATEFUL_OPERATIONS, startMock } from './mock.js';\n");

// The page's script and style stand in the page itself.
for (const [entry, outfile] of [
  ['src/page/browser/main.ts', 'dist/page.js'],
  ['src/page/page.css', 'dist/page.css'],
]) {
  await build({
    bundle: true,
    minify: true,
    charset: 'ascii',
    format: 'esm',
    target: 'es2022',
    entryPoints: [entry],
    outfile,
  });
}

// Declarations of internal modules stay out: they speak of private packages, and nobody can reach them.
for (const file of reachedFrom('cli.d.ts', reachedFrom('index.d.ts')))
  cpSync(join(DECLARATIONS, file), join('dist', file));
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

// What the imports must keep to, so that folder names and package.json say what depends on what; part of `pnpm lint`.
const PACKAGE = '^((?:packages|examples)/[^/]+|scripts|spec)/';
const PUBLISHED = 'types|client|webhooks|redis|mock|cli';

export default {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Files that need each other are one concept: join them, or move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-path-out-of-a-package',
      comment: 'Import another package by its name, and list it in package.json: then turbo knows of it.',
      severity: 'error',
      // But for what runs where nothing is installed, and no name leads anywhere.
      from: { path: PACKAGE, pathNot: '^scripts/src/without-install\\.ts$' },
      to: { dependencyTypes: ['local'], pathNot: '^$1/' },
    },
    {
      name: 'nothing-imports-scripts',
      comment: 'Commands use packages, never the other way round.',
      severity: 'error',
      from: { pathNot: '^scripts/' },
      to: { path: '^scripts/' },
    },
    {
      name: 'work-on-a-document-apart',
      comment:
        'A command hands the document over to a process of its own (openapi/src/isolate.ts), and loads nothing of what works on it there.',
      severity: 'error',
      from: { path: '^(packages/(openapi|codegen|docs)/[^/]+|scripts/([^/]+|src/diff|src/bump/bump))\\.ts$' },
      to: {
        path: [
          '^packages/(openapi/src/build|codegen/src/generate|docs/src/site|diff/src/(compare|judge))\\.ts$',
          '^scripts/src/(compare-inputs|acquire/acquire|bump/judge-bump|drift/drift)\\.ts$',
        ],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'published-imports-published',
      comment: 'A private package is not there on the machine of whoever installs a published one.',
      severity: 'error',
      from: { path: `^packages/(${PUBLISHED})/(src|bin)/`, pathNot: '^packages/mock/' },
      to: { path: PACKAGE, pathNot: `^packages/(${PUBLISHED})/` },
    },
    {
      name: 'mock-imports-published-or-openapi',
      comment:
        'Its build (packages/mock/build.mjs) puts what it needs of openapi into the package; no other private one.',
      severity: 'error',
      from: { path: '^packages/mock/(src|bin)/' },
      to: { path: PACKAGE, pathNot: `^packages/(${PUBLISHED}|openapi)/` },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules|/dist/' },
    exclude: { path: '/(reports|generated|peers|consumers)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['types', 'import', 'default'] },
  },
};

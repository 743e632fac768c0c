// How every package runs its tests: its own vitest.config.ts hands this on.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // The report is what `pnpm test` adds up.
    reporters: ['default', 'json'],
    outputFile: { json: 'reports/vitest.json' },
    // A package's test files share a process, which loads TypeScript, Prism or ajv once: alone it would be most of their time.
    isolate: false,
    // Many tests start processes; on a busy machine with two cores that takes its time, and none should fail for it.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Tests that weigh memory ask for a garbage collection first.
    execArgv: ['--expose-gc'],
  },
});

// The memory test asks for a garbage collection; tests that start processes need time on a busy machine.
import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { execArgv: ['--expose-gc'], testTimeout: 30_000 } });

#!/usr/bin/env node
// Empties an output directory before a build, so that nothing stale is ever packed.
import { rmSync } from 'node:fs';

rmSync(process.argv[2] ?? 'dist', { recursive: true, force: true });

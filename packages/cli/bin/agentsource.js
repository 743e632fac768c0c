#!/usr/bin/env node
// The command's entry; a file that exists before the build, so that package managers can link it.
import { run } from '../dist/index.js';

process.exitCode = await run(process.argv.slice(2));

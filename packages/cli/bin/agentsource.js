#!/usr/bin/env node
// The command's entry; a file that exists before the build, so that package managers can link it.
import { setFlagsFromString } from 'node:v8';

// A file of many prospects is enrolled in the background, for hours: less memory matters more than some processor time.
setFlagsFromString('--optimize-for-size');
const { run } = await import('../dist/index.js');

process.exitCode = await run(process.argv.slice(2));

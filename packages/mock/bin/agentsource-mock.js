#!/usr/bin/env node
// The command's entry; a file that exists before the build, so that package managers can link it.
import { command } from '../dist/cli.js';

await command(process.argv.slice(2));

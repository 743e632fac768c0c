#!/usr/bin/env node
// The command's entry; a file that exists before the build, so that package managers can link it.
import '../dist/cli.js';

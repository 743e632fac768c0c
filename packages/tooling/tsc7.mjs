#!/usr/bin/env node
// TypeScript 7's `tsc`, for packages whose own `tsc` is that of 5.9, which they have as a library.
await import(new URL('./bin/tsc', import.meta.resolve('typescript/package.json')).href);

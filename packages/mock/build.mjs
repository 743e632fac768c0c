// Gives the package its own copy of the built document, which it serves.
import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

copyFileSync(fileURLToPath(import.meta.resolve('@agentsource/spec/openapi.json')), 'dist/openapi.json');

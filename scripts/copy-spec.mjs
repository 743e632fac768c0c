// Gives a published package its own copy of the built document: what needs it at run time carries it.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

copyFileSync(join(import.meta.dirname, '..', 'spec', 'dist', 'openapi.json'), join('dist', 'openapi.json'));

// Gives a published package its own copy of the built document, which what needs it at run time carries, and of the notice that says
// whose it is.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
copyFileSync(join(root, 'spec', 'dist', 'openapi.json'), join('dist', 'openapi.json'));
copyFileSync(join(root, 'NOTICE'), join('dist', 'NOTICE'));

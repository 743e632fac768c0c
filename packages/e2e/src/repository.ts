// Where this repository is: what strangers get is made from it, and its front page is tested as they read it.
import { join } from 'node:path';

export const REPOSITORY: string = join(import.meta.dirname, '..', '..', '..');

// Where this repository is: what is published is made from it, and its front page is tested as people read it.
import { join } from 'node:path';

export const REPOSITORY: string = join(import.meta.dirname, '..', '..', '..');

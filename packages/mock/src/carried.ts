// Where the files are that the build puts beside the package's modules: one place from here and from the bundle, for both are in a
// directory of the package.
import { fileURLToPath } from 'node:url';

export function carried(file: string): string {
  return fileURLToPath(new URL(`../dist/${file}`, import.meta.url));
}

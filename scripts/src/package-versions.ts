// The workspace's published packages and their current versions.
import { publicPackages } from './release/packages.ts';

/** By package name; what is private has no version that a release could raise. */
export function packageVersions(root: string): Record<string, string> {
  return Object.fromEntries(publicPackages(root).map(({ name, version }) => [name, version]));
}

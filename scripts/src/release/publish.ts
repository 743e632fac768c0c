// Publishes given tarballs, a package after those that it depends on. What is published already is skipped, so that a release that
// was cut off is finished by running this again.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PipelineError, print } from '../without-install.ts';
import type { Npm } from './npm.ts';
import { type PublicPackage, publicPackages } from './packages.ts';
import { identify } from './tarball.ts';

/** Throws a PipelineError before anything is published, unless every package is published afterwards. */
export function publishRelease(root: string, directory: string, npm: Npm): void {
  const packages = publicPackages(root);
  const tarballs = new Map<PublicPackage, string>();
  for (const entry of readdirSync(directory)) {
    const tarball = join(directory, entry);
    tarballs.set(identify(tarball, packages), tarball);
  }
  const published = new Set(packages.filter(({ name, version }) => npm.isPublished(name, version)));
  const missing = packages.find((one) => !published.has(one) && !tarballs.has(one));
  if (missing)
    throw new PipelineError(`${missing.name} ${missing.version} is neither published nor among the tarballs`);
  for (const one of packages) {
    const tarball = tarballs.get(one);
    if (published.has(one) || tarball === undefined) {
      print(`${one.name} ${one.version} is published already`);
      continue;
    }
    npm.publish(tarball);
    print(`published ${one.name} ${one.version}`);
  }
}

// Which packages a change of the document releases, and with which bump.
import type { Severity } from './severity.ts';

export type Bump = 'major' | 'minor' | 'patch';

/** The packages that are made from the document and share its severity. */
export const RELEASED_PACKAGES = [
  '@agentsource/types',
  '@agentsource/client',
  '@agentsource/mock',
  '@agentsource/cli',
] as const;

/**
 * The bump of each package that the change reaches; empty when nothing changed.
 *
 * @param versions The packages' current versions, by name. Below 1.0.0 breaking is a minor and everything else a patch.
 */
export function releasesOf(severity: Severity, versions: Record<string, string>): Record<string, Bump> {
  if (severity === 'none') return {};
  return Object.fromEntries(
    RELEASED_PACKAGES.flatMap((name) => {
      const version = versions[name];
      return version === undefined ? [] : [[name, bumpOf(severity, version)]];
    }),
  );
}

function bumpOf(severity: Exclude<Severity, 'none'>, version: string): Bump {
  const unstable = version.startsWith('0.');
  if (severity === 'breaking') return unstable ? 'minor' : 'major';
  return severity === 'feature' && !unstable ? 'minor' : 'patch';
}

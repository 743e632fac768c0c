// npm as a release uses it: to ask what is published, and to publish a tarball.
import { type SpawnSyncOptions, spawnSync } from 'node:child_process';
import { PipelineError } from '../without-install.ts';

export interface Npm {
  isPublished(name: string, version: string): boolean;
  /** Throws a PipelineError after npm has said why it can't. */
  publish(tarball: string): void;
}

/** @param root the checkout, whose npm configuration counts; never the folder of the tarballs, which may bring its own */
export function npmIn(root: string): Npm {
  const npm = (args: string[], options: SpawnSyncOptions) =>
    spawnSync('npm', args, { ...options, cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  return {
    isPublished(name, version) {
      const { status, stdout } = npm(['view', `${name}@${version}`, 'version', '--json'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const answer = parse(String(stdout));
      if (status === 0 && answer === version) return true;
      const { code, summary } = (answer as { error?: { code: string; summary: string } })?.error ?? {};
      if (code === 'E404') return false;
      throw new PipelineError(
        `npm can't say whether ${name} ${version} is published: ${summary ?? 'it gave no reason'}`,
      );
    },
    publish(tarball) {
      // Inherited: npm may want to ask a person who publishes by hand for a second factor.
      const { status } = npm(['publish', tarball, '--ignore-scripts'], { stdio: 'inherit' });
      if (status !== 0) throw new PipelineError(`${tarball} was not published; above is what npm says`);
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

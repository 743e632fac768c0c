// Which severity releases what, below and from 1.0.0.
import { describe, expect, it } from 'vitest';
import { type Bump, releasesOf } from '../src/releases.ts';
import type { Severity } from '../src/severity.ts';

const at = (version: string) => ({
  '@agentsource/types': version,
  '@agentsource/client': version,
  '@agentsource/mock': version,
  '@agentsource/cli': version,
  '@agentsource/webhooks': version,
});

describe('releasesOf', () => {
  it.each<[Severity, string, Bump]>([
    ['breaking', '0.4.2', 'minor'],
    ['feature', '0.4.2', 'patch'],
    ['fix', '0.0.0', 'patch'],
    ['breaking', '1.0.0', 'major'],
    ['feature', '10.2.0', 'minor'],
    ['fix', '1.0.0', 'patch'],
  ])('%s at %s is a %s of each package made from the document', (severity, version, bump) => {
    expect(releasesOf(severity, at(version))).toEqual({
      '@agentsource/types': bump,
      '@agentsource/client': bump,
      '@agentsource/mock': bump,
      '@agentsource/cli': bump,
    });
  });

  it('takes each package at its own version', () => {
    expect(releasesOf('breaking', { '@agentsource/types': '1.2.0', '@agentsource/client': '0.9.0' })).toEqual(
      {
        '@agentsource/types': 'major',
        '@agentsource/client': 'minor',
      },
    );
  });

  it('releases nothing for nothing', () => {
    expect(releasesOf('none', at('1.0.0'))).toEqual({});
  });
});

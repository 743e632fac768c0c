// Serves a document with one fact changed and asks whether the suite, derived from the true one, turns red.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMock } from '@agentsource/mock';
import type { Suite } from '../derive/cases.ts';
import { runSuite } from '../run.ts';
import { describeFailure } from '../table.ts';
import { type Mutant, mutate } from './mutations.ts';

export interface Fate {
  mutant: Mutant;
  /** What turned red first; undefined for a mutant that survived. */
  killedBy: string | undefined;
}

/** The hash check is left out on purpose: another document is what the mock is given. */
export async function fateOf(suite: Suite, mutant: Mutant, reference: string): Promise<Fate> {
  const directory = mkdtempSync(join(tmpdir(), 'contract-mutant-'));
  try {
    const spec = join(directory, 'openapi.json');
    writeFileSync(spec, JSON.stringify(mutate(suite.subject.document, mutant)));
    const mock = await startMock({ port: 0, spec });
    try {
      const outcomes = await runSuite(suite, mock.url, { untilFailure: true, reference });
      const failed = outcomes.find(({ verdict }) => verdict.outcome === 'failed');
      return { mutant, killedBy: failed && describeFailure(failed) };
    } finally {
      await mock.close();
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
}

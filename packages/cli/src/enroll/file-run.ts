// What a run over a whole file works with, from its start to its summary.
import type { AgentSourceClient } from '@agentsource/client';
import type { ProspectFile } from '../prospects/prospect-file.ts';
import type { Survey } from '../prospects/survey.ts';
import type { Terminal } from '../terminal.ts';
import type { Journal } from './journal.ts';
import type { EnrollOptions } from './options.ts';
import type { Slots } from './slots.ts';

export interface FileRun {
  file: ProspectFile;
  path: string;
  found: Survey;
  client: AgentSourceClient;
  journal: Journal;
  slots: Slots;
  options: EnrollOptions;
  terminal: Terminal;
}

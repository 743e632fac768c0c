// What `agentsource enroll` is given.
import type { Format } from '../output/format.ts';

/** Where the run of a file under a key is written down, unless somebody says where. */
export function journalPathOf(file: string, key: string): string {
  return `${file}.${key.replaceAll(/[^\w.-]/g, '_')}.jsonl`;
}

export interface EnrollOptions {
  key: string;
  events: string[];
  column?: string;
  journal?: string;
  failed?: string;
  rate: number;
  resendUnknown?: true;
  dryRun?: true;
  yes?: true;
  format?: Format;
  log?: 'warn' | 'info' | 'debug';
}

// What `agentsource enroll` is given.
import type { Format } from '../output/format.ts';

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

// --log, which every command that calls the service has.
import { Option } from 'commander';

export function logOption(): Option {
  return new Option('--log <level>', 'tell of requests on standard error: warn, info or debug').choices([
    'warn',
    'info',
    'debug',
  ]);
}

// Our own commands, in the order of the help.
import { addEnroll } from './enroll/command.ts';
import type { AddCommand } from './program.ts';

export const OWN: readonly AddCommand[] = [addEnroll];

// Our own commands, in the order of the help.
import { addCompletion } from './completion/command.ts';
import { addDoctor } from './doctor/command.ts';
import { addEnroll } from './enroll/command.ts';
import { addEnrollments } from './enrollments/command.ts';
import { addListen } from './listen/command.ts';
import { addMock } from './mock-command.ts';
import type { AddCommand } from './program.ts';

export const OWN: readonly AddCommand[] = [
  addEnroll,
  addEnrollments,
  addListen,
  addMock,
  addDoctor,
  addCompletion,
];

// What the suite sends is what the types allow: accepted bodies compile, refused ones do not, answers arrive typed.
import { expect, test } from 'vitest';
import { deriveSuite } from '../src/derive/suite.ts';
import { DOCUMENT, readSubject } from '../src/subject.ts';
import { typesProgram } from '../src/types-program.ts';
import { compile } from './compile.ts';

const TIMEOUT = 60_000;

test(
  'every accepted call compiles, and every refused body that types can express does not',
  async () => {
    const program = typesProgram(deriveSuite(readSubject(DOCUMENT)));
    expect(program).toContain('@ts-expect-error');
    expect(await compile('types', { 'calls.ts': program })).toBe('');
  },
  TIMEOUT,
);

test(
  'a call that the types refuse is noticed',
  async () => {
    const program =
      "import { createClient } from '@agentsource/client';\nawait createClient().POST('/v1/nowhere');\n";
    expect(await compile('types-refused', { 'calls.ts': program })).toContain('/v1/nowhere');
  },
  TIMEOUT,
);

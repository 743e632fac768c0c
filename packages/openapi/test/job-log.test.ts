// Whatever a command prints, GitHub's runner finds no workflow command in it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forJobLog, jsonForJobLog } from '../src/job-log.ts';

/** As the runner reads: line by line, blanks at the beginning of a line skipped, the old form anywhere. */
function commandsIn(output: string): string[] {
  return output
    .split(/\r\n|\r|\n/)
    .filter((line) => line.replace(/^[\s\p{C}]+/u, '').startsWith('::') || line.includes('##['));
}

const pieces = [
  '::',
  ':',
  '##[',
  '#',
  '[',
  'error',
  '\n',
  '\r',
  '\r\n',
  ' ',
  '\t',
  '\u2028',
  '\u0085',
  '\0',
  '%0A',
];
const hostile = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), {
  maxLength: 12,
});

test('the hostile strings do hold commands', () => {
  const found = fc.sample(hostile, 500).filter((parts) => commandsIn(parts.join('')).length > 0);
  expect(found.length).toBeGreaterThan(50);
});

test('text holds no command any more', () => {
  fc.assert(fc.property(hostile, (parts) => commandsIn(forJobLog(parts.join(''))).length === 0));
});

test('text without a command stays as it is', () => {
  for (const text of ['a :: b\n- std::vector', '# [1]', 'a:\n  : b', '']) expect(forJobLog(text)).toBe(text);
});

test('a megabyte of blank lines takes no time worth naming', { timeout: 20_000 }, () => {
  const text = '\n \u2028'.repeat(300_000);
  expect(forJobLog(`${text}::`)).toBe(`${text}: :`);
});

test('JSON holds no command, and means the same', () => {
  fc.assert(
    fc.property(hostile, fc.array(hostile, { maxLength: 3 }), (key, values) => {
      const value = { [key.join('')]: values.map((parts) => parts.join('')) };
      const json = jsonForJobLog(value);
      expect(commandsIn(json)).toEqual([]);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

describe('a command', () => {
  const run = (code: string) => {
    const imports = ['command', 'errors'].map(
      (name) => `import * as ${name} from ${JSON.stringify(join(import.meta.dirname, `../src/${name}.ts`))};`,
    );
    const script = `${imports.join('')} await command.runCommand(async () => { ${code} });`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--input-type=module', '--eval', script],
      { encoding: 'utf8' },
    );
    return { status, stdout, stderr };
  };

  test('that refuses says why in plain text', () => {
    const { status, stderr } = run("throw new errors.PipelineError('no:\\n ::error::x\\r##[group]y')");
    expect({ status, stderr }).toEqual({ status: 1, stderr: 'no:\n : :error::x\r## [group]y\n' });
  });

  test('that prints does so in plain text', () => {
    const { status, stdout } = run("command.print('::add-mask::x'); command.printJson(['##[endgroup]'])");
    expect(status).toBe(0);
    expect(stdout).toBe(': :add-mask::x\n[\n  "\\u0023#[endgroup]"\n]\n');
  });

  test('that fails unexpectedly shows the stack, in plain text', () => {
    const { status, stderr } = run(
      "throw new TypeError('x\\n::stop-commands::y', { cause: '\\n::error::z' })",
    );
    expect(status).toBe(1);
    expect(stderr).toContain('TypeError: x\n: :stop-commands::y\n    at ');
    expect(commandsIn(stderr)).toEqual([]);
  });
});

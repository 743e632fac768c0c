// Which of two versions is older.
import { expect, test } from 'vitest';
import { isOlder } from '../../src/bump/versions.ts';

test.each([
  ['0.2.99', '0.2.349', true],
  ['0.2.349', '0.2.99', false],
  ['0.2.349', '0.2.349', false],
  ['0.9', '0.10', true],
  ['1.0', '1.0.1', true],
  ['1.0.0', '1.0', false],
  ['1.0.0-rc.1', '1.0.0', true],
  ['1.0.0-rc.1', '1.0.0-rc.2', true],
  ['2026-01-31', '2026-02-01', true],
])('%s older than %s: %s', (version, than, expected) => {
  expect(isOlder(version, than)).toBe(expected);
});

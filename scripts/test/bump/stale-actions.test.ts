// Overlay actions that a new version has made needless are cut from their files.
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { withoutActions } from '../../src/bump/stale-actions.ts';

const overlay = `# About the file.
overlay: 1.1.0
actions:
  # About the first.
  - target: $.a
    description: >-
      folded,
      by hand
    update: {x: 1}   # why x

  # About the second,
  # on two lines.
  - target: $.b
    description: second
    update: &shared
      y: { z: "2" }

  - target: $.c
    description: third
    update: *shared
  - target: $.d
    description: fourth
    update:
      nested: *shared
# The end.
info: {title: T}
`;

const without = (...indexes: number[]) => withoutActions(overlay, new Set(indexes), 'o.yaml');

describe('what stays is left byte for byte', () => {
  test('when the first goes, with the comment above it', () => {
    expect(without(0)).toBe(
      overlay.slice(0, overlay.indexOf('  # About the first.')) +
        overlay.slice(overlay.indexOf('  # About the second')),
    );
  });

  test('when the last goes', () => {
    const start = overlay.indexOf('  - target: $.d');
    expect(without(3)).toBe(overlay.slice(0, start) + overlay.slice(overlay.indexOf('# The end.')));
  });

  test('when several go', () => {
    expect(without(0, 2)).not.toMatch(/\$\.[ac]/);
    expect(without(0, 2)).toContain('  # About the second,\n  # on two lines.\n  - target: $.b\n');
  });
});

test('an anchor that goes is spelled out where it is used next', () => {
  const result = without(1) ?? '';
  expect(result).toContain('    update: &shared {"y":{"z":"2"}}\n');
  expect(result).toContain('      nested: *shared\n');
  expect(parse(result).actions.map(({ update }: { update: object }) => update)).toEqual([
    { x: 1 },
    { y: { z: '2' } },
    { nested: { y: { z: '2' } } },
  ]);
});

test('an overlay that has no action left is told by undefined', () => {
  expect(without(0, 1, 2, 3)).toBeUndefined();
});

test('a file in a style that can not be cut is refused by name', () => {
  const flow =
    'overlay: 1.1.0\nactions: [{target: $.a, description: a, update: 1}, {target: $.b, description: b, update: 1}]\n';
  expect(() => withoutActions(flow, new Set([0]), 'o.yaml')).toThrow(
    'spec/overlays/o.yaml: actions[0] became stale',
  );
});

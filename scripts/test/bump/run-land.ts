// Lands `count` files from <root>/new/ over those of <root>/, in a process of its own, to be killed.
import { join } from 'node:path';
import { land } from '../../src/bump/land.ts';

const [root = '', count = '0'] = process.argv.slice(2);
land(
  root,
  Array.from({ length: Number(count) }, (_, index) => ({
    path: `file-${index}`,
    from: index % 10 === 9 ? null : join(root, 'new', `file-${index}`),
  })),
);

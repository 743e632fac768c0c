// Batching and resuming as properties: whatever the input, every valid id is in one batch, and a resumed run makes the same ones.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type EarlierRecord, readCheckpoint } from '../../src/enroll/checkpoint.ts';
import { type Cut, cutBatches } from '../../src/enroll/cut-batches.ts';
import { IdSet } from '../../src/enroll/id-set.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const hex = (seed: number) => seed.toString(16).padStart(40, '0');
// Few different ids, so that the same one comes up again.
const validId = fc.nat(150).map(hex);
const anyId = fc.oneof(
  { weight: 20, arbitrary: validId },
  fc.string(),
  fc.constant(` ${hex(10).toUpperCase()}\n`),
);
// 'max', or fast-check would seldom make more than one batch.
const inputs = fc.array(anyId, { maxLength: 300, size: 'max' });
const asSent = (id: string) => id.trim().toLowerCase();
const isValid = (id: string) => /^[a-f0-9]{40}$/.test(asSent(id));

async function cut(ids: Iterable<string>, checkpoint = { ids: new IdSet(), numbers: new Set<number>() }) {
  const counts = { duplicates: 0, skipped: 0 };
  const cuts: Cut[] = [];
  for await (const piece of cutBatches(ids, checkpoint, counts)) cuts.push(piece);
  const batches = cuts.flatMap((piece) => (piece.batch === undefined ? [] : [piece]));
  const invalid = cuts.flatMap((piece) => (piece.batch === undefined ? [piece] : []));
  return { batches, invalid, counts };
}

test('every valid id is in exactly one batch, in order; every other is reported with its index', async () => {
  await fc.assert(
    fc.asyncProperty(inputs, async (input) => {
      const { batches, invalid, counts } = await cut(input);
      const valid = [...new Set(input.filter(isValid).map(asSent))];
      expect(batches.flatMap(({ ids }) => ids)).toEqual(valid);
      expect(batches.slice(0, -1).every(({ ids }) => ids.length === 20)).toBe(true);
      expect(batches.every(({ ids }) => ids.length >= 1 && ids.length <= 20)).toBe(true);
      expect(batches.map(({ batch }) => batch)).toEqual(batches.map((_, index) => index + 1));
      const bad = invalid.flatMap(({ ids, indexes }) => ids.map((id, at) => [id, indexes[at]]));
      expect(bad).toEqual(input.flatMap((id, index) => (isValid(id) ? [] : [[id, index]])));
      expect(counts.duplicates + bad.length + valid.length).toBe(input.length);
    }),
  );
});

test('a batch is cut as soon as its ids are there, and nothing is read ahead', async () => {
  let read = 0;
  const source = (function* () {
    for (let index = 0; index < 100; index++) {
      read++;
      yield hex(index);
    }
  })();
  const cuts = cutBatches(source, { ids: new IdSet(), numbers: new Set() }, { duplicates: 0, skipped: 0 });
  await cuts.next();
  expect(read).toBe(20);
  await cuts.return();
});

// A way for a batch to have ended in an earlier run; `undefined` is a crash before anything was written down.
const ENDINGS: string[][] = [
  [],
  ['sending'],
  ['enrolled'],
  ['sending', 'enrolled'],
  ['failed'],
  ['sending', 'failed'],
  ['unknown'],
  ['sending', 'unknown'],
  ['sending', 'unknown', 'sending', 'failed'],
  ['sending', 'failed', 'sending'],
  ['sending', 'unknown', 'sending', 'enrolled'],
];
const ending = fc.constantFrom(...ENDINGS);
const mayHaveActed = (statuses: string[]) =>
  statuses.includes('enrolled') || statuses.includes('unknown') || statuses.at(-1) === 'sending';

test('a resumed run makes the same batches again, but for those that were or may have been acted on', async () => {
  await fc.assert(
    fc.asyncProperty(
      inputs,
      fc.infiniteStream(ending),
      fc.boolean(),
      async (input, endings, resendUnknown) => {
        const first = await cut(input);
        const ended = first.batches.map((batch) => ({
          ...batch,
          statuses: endings.next().value as string[],
        }));
        const records = ended.flatMap(({ batch, ids, statuses }) =>
          statuses.map((status): EarlierRecord => ({ status, batch, key: 'key', ids })),
        );
        const checkpoint = await readCheckpoint(records, () => 'key', resendUnknown);
        const second = await cut(input, checkpoint);
        const again = ended.filter(({ statuses }) =>
          resendUnknown ? !statuses.includes('enrolled') : !mayHaveActed(statuses),
        );
        expect(second.batches).toEqual(again.map(({ batch, ids }) => ({ batch, ids })));
        const unknown = ended.filter(
          ({ statuses }) => !resendUnknown && mayHaveActed(statuses) && !statuses.includes('enrolled'),
        );
        expect([...checkpoint.unknown]).toEqual(unknown.map(({ batch, ids }) => [batch, ids]));
      },
    ),
  );
});

test('more ids in a resumed run come in batches after those of the first', async () => {
  const ids = Array.from({ length: 70 }, (_, index) => hex(index));
  const records = [1, 2, 3].map((batch) => ({
    status: 'enrolled',
    batch,
    key: 'key',
    ids: ids.slice((batch - 1) * 20, batch * 20).slice(0, batch === 3 ? 10 : 20),
  }));
  const { batches, counts } = await cut(ids, await readCheckpoint(records, () => 'key', false));
  expect(batches).toEqual([{ batch: 4, ids: ids.slice(50) }]);
  expect(counts).toEqual({ duplicates: 0, skipped: 50 });
});

test.each<[string, unknown, RegExp]>([
  ['no record', null, /record 2 of `resumeFrom` is not one of enrollProspects/],
  [
    'another status',
    { status: 'done', batch: 1, key: 'key', ids: [] },
    /record 2 of `resumeFrom` is not one/,
  ],
  ['no batch', { status: 'enrolled', key: 'key', ids: [] }, /needs `status`, `batch` and `ids`/],
  [
    'another key',
    { status: 'enrolled', batch: 1, key: 'yek', ids: [] },
    /of the enrollment key "yek", where this run has "key"/,
  ],
])('a record that is %s is refused', async (_, record, message) => {
  const fine = { status: 'invalid', ids: ['x'] };
  await expect(readCheckpoint([fine, record as EarlierRecord], () => 'key', false)).rejects.toThrow(message);
});

test('IdSet is a set, for ids of 40 hex digits and any others', () => {
  const text = fc.oneof(
    fc.nat(50).map(hex),
    fc.nat(50).map((seed) => hex(seed).toUpperCase()),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 200, size: 'max' }), fc.array(text), (added, asked) => {
      const set = new IdSet();
      const model = new Set<string>();
      for (const id of added) {
        expect(set.add(id)).toBe(!model.has(id));
        model.add(id);
      }
      expect(set.size).toBe(model.size);
      for (const id of [...added, ...asked]) expect(set.has(id)).toBe(model.has(id));
    }),
  );
});

test('IdSet grows past its first capacities and forgets nothing', () => {
  const set = new IdSet();
  const ids = Array.from({ length: 20_000 }, (_, index) => hex(index * 7919));
  for (const id of ids) expect(set.add(id)).toBe(true);
  for (const id of ids) if (set.add(id)) throw new Error(`${id} was forgotten`);
  expect(set.has(hex(1))).toBe(false);
  expect(set.size).toBe(20_000);
});

test('a million ids cost less than 60 MB', { timeout: 60_000 }, async () => {
  const before = used();
  let most = 0;
  const million = (function* () {
    for (let index = 0; index < 1_000_000; index++) yield hex(Math.imul(index, 0x9e3779b1) >>> 0);
  })();
  const counts = { duplicates: 0, skipped: 0 };
  let batches = 0;
  for await (const _ of cutBatches(million, { ids: new IdSet(), numbers: new Set() }, counts)) {
    if (++batches % 5000 === 0) most = Math.max(most, used() - before);
  }
  expect(batches).toBe(50_000);
  expect(counts.duplicates).toBe(0);
  expect(most).toBeGreaterThan(0);
  expect(most).toBeLessThan(60e6);
});

/** Bytes in use once the garbage is collected. */
function used(): number {
  collectGarbage();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

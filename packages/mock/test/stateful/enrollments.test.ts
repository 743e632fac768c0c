// Enrollments that the mock remembers, called as an application calls it.
import { describe, expect, test } from 'vitest';
import { call, ENROLLMENTS, enrollment, start } from '../support.ts';
import { api, statusOf } from './support.ts';

describe('enrollments', () => {
  test('are listed once added, the same ids on every run', async () => {
    for (const _ of [1, 2]) {
      const { add, list } = api((await start({ stateful: true })).url);
      expect(await list()).toEqual([]);
      expect((await add()).body).toMatchObject({
        enrollment_id: 'en_00000001',
        enrollment_key: enrollment.enrollment_key,
      });
      expect(await list()).toEqual([{ enrollment_id: 'en_00000001', ...enrollment }]);
    }
  });

  test('under one key are several: a key is for routing, not for identity', async () => {
    const { add, list } = api((await start({ stateful: true })).url);
    await add();
    expect((await add()).body.enrollment_id).toBe('en_00000002');
    expect(await list()).toHaveLength(2);
  });

  test('are replaced as a whole', async () => {
    const { add, list, update } = api((await start({ stateful: true })).url);
    const { enrollment_id } = (await add()).body;
    const changed = {
      ...enrollment,
      enrollment_id,
      enrollment_key: 'another',
      event_types: ['prospect_changed_company'],
    };
    expect((await update({ ...changed, request_context: { mine: 1 } })).body).toMatchObject({
      enrollment_id,
      enrollment_key: 'another',
    });
    expect(await list()).toEqual([changed]);
  });

  test('are gone once ended', async () => {
    const { add, list, end } = api((await start({ stateful: true })).url);
    const { enrollment_id } = (await add()).body;
    expect((await end(enrollment_id)).body.status).toBe('success');
    expect(await list()).toEqual([]);
  });

  test('that nobody knows are a miss, and change nothing', async () => {
    const { add, list, update, end } = api((await start({ stateful: true })).url);
    await add();
    const before = await list();
    const updated = await update({ ...enrollment, enrollment_id: 'en_ffffffff' });
    const ended = await end('en_ffffffff');
    expect([updated.status, statusOf(updated), ended.status, statusOf(ended), ended.body.status]).toEqual([
      200,
      'miss',
      200,
      'miss',
      'miss',
    ]);
    expect(await list()).toEqual(before);
  });

  test('are not remembered from what is invalid, without a key, or preferred otherwise', async () => {
    const { url } = await start({ stateful: true });
    const { add, list } = api(url);
    expect((await add({ enrollment_key: 'abc' })).status).toBe(422);
    for (const headers of [{ api_key: undefined }, { prefer: 'code=429' }, { prefer: 'code=200' }]) {
      await call(url + ENROLLMENTS, { json: enrollment, headers });
    }
    expect(await list()).toEqual([]);
  });

  test('of two mocks do not mix, and a mock that is not stateful has none', async () => {
    const [one, two, plain] = await Promise.all([
      start({ stateful: true }),
      start({ stateful: true }),
      start(),
    ]);
    await api(one.url).add();
    expect(await api(two.url).list()).toEqual([]);
    const before = await api(plain.url).list();
    expect((await api(plain.url).add()).body.enrollment_id).toBe('en_8d52c3f1');
    expect(await api(plain.url).list()).toEqual(before);
  });
});

import { expect, test } from 'vitest';
import { anyone, type Caller } from '#business/access/public';
import { testClock, testDatabase, testIds } from '#platform/testing';
import { listViewings } from './store.ts';
import { viewingRecorder } from './viewing-recorder.ts';

const db = await testDatabase();
const clock = testClock('2026-11-23T01:00:00Z');
const officer: Caller = { ...anyone, kind: 'officer', id: 'off_a', roles: ['clerk'] };
const operation = { id: 'getPerson', tag: 'registry' };

function recorder(onFailure: (error: unknown) => void = () => undefined) {
  // The timer is left to the tests of a whole process.
  return viewingRecorder({ database: db.app, clock, ids: testIds(5), onFailure, everyMs: 3_600_000 });
}

const all = { ownerId: null, actorId: null, before: null, limit: 10_000 };

test('what could not be written is kept in its order and written once the database takes it', async () => {
  const log = recorder();
  await log.note({ caller: officer, operation, purpose: null, persons: ['psn_1', 'psn_2'] });
  await db.superuser.rows('REVOKE INSERT ON access_log FROM suixing_app');
  await db.superuser.rows('ALTER TABLE access_log RENAME TO access_log_away');
  await expect(log.flush()).rejects.toThrow('access_log');
  await log.note({ caller: officer, operation, purpose: 'complaint', persons: ['psn_3'] });
  await expect(log.flush()).rejects.toThrow('access_log');
  await db.superuser.rows('ALTER TABLE access_log_away RENAME TO access_log');
  await db.superuser.rows(
    'GRANT INSERT (owner_id, id, at, actor_kind, actor_id, operation, purpose, case_number) ON access_log TO suixing_app',
  );
  await log.stop();
  const rows = await listViewings(db.superuser, all);
  expect(rows.map(({ ownerId, purpose }) => [ownerId, purpose])).toEqual([
    ['psn_3', 'complaint'],
    ['psn_2', 'records'],
    ['psn_1', 'records'],
  ]);
});

test('reads fail rather than gather without end while the database takes nothing', async () => {
  const log = recorder();
  await db.superuser.rows('ALTER TABLE access_log RENAME TO access_log_away');
  const many = Array.from({ length: 1500 }, (_, index) => `psn_${index}`);
  await log.note({ caller: officer, operation, purpose: null, persons: many });
  await expect(log.note({ caller: officer, operation, purpose: null, persons: many })).rejects.toThrow(
    'access_log',
  );
  await db.superuser.rows('ALTER TABLE access_log_away RENAME TO access_log');
  await log.stop();
  expect(await listViewings(db.superuser, { ...all, before: null })).toHaveLength(3003);
});

test('the number of a case counts as work on that case, one that cannot be is refused', () => {
  const log = recorder();
  const caseNumber = 'SZ-2026-00000-00000-00000';
  expect(log.check(caseNumber)).toEqual({ ok: true, value: { word: 'casework', caseNumber } });
  expect(log.check('SZ-2026-00000-00000-00001')).toMatchObject({
    refusal: { code: 'access-log.unknown-purpose' },
  });
  expect(log.check('enquiry')).toMatchObject({ ok: true, value: { word: 'enquiry' } });
  expect(log.check(null)).toEqual({ ok: true, value: null });
});

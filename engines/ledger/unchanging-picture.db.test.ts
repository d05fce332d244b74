import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  testApproval,
  testApprovedCase,
  testAttempt,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

/**
 * Whoever types SQL as the application's role may open a transaction that keeps seeing the picture of its beginning. No
 * guard may believe such a picture: what it looks for may have been committed since.
 */
const db = await testDatabase();
const on = '2026-06-30';
const stale = new pg.Client({ connectionString: db.url('app') });

beforeAll(async () => {
  await stale.connect();
  await testOffice(db);
  for (const name of ['a', 'b', 'c']) {
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  }
  for (const name of ['a', 'b']) {
    await testApprovedCase(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
    await testSettle(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
  }
});

afterAll(() => stale.end());

/** Takes the picture, lets the rest happen, and tries the statement in the picture. */
async function inOldPicture(meanwhile: () => Promise<unknown>, sql: string): Promise<string> {
  await stale.query('BEGIN ISOLATION LEVEL REPEATABLE READ');
  await stale.query('SELECT count(*) FROM person');
  await meanwhile();
  const outcome = await stale.query(sql).then(
    () => 'it went through',
    (error: Error) => error.message,
  );
  await stale.query('COMMIT');
  return outcome;
}

describe('an old picture of the database deceives no guard', () => {
  const refused = 'guards work under READ COMMITTED only';

  test('an order is not slipped into a batch that was released meanwhile', async () => {
    const order = await db.app.row<{ amount: bigint }>(
      `SELECT amount_fen AS amount FROM payment_order WHERE id = 'ord_cas_a'`,
    );
    const line = `1|psn_a|ord_cas_a|1|${order?.amount}|1`;
    await db.app.rows(
      `SELECT build_batch('token-finance', 'bat_1', 'bat_1', 1, $1, sha256(convert_to($2, 'UTF8')), $3, now())`,
      [order?.amount, line, on],
    );
    await db.app.rows(`SELECT add_to_batch('psn_a', 'ord_cas_a', 1, 'bat_1', 1, 1)`);
    const release = () => db.app.rows(testApproval('bat_1'));
    const slip = `SELECT add_to_batch('psn_b', 'ord_cas_b', 1, 'bat_1', 2, 1)`;
    expect(await inOldPicture(release, slip)).toBe(refused);
    expect(await db.app.rows(`SELECT order_id FROM payment_attempt WHERE batch_id = 'bat_1'`)).toHaveLength(
      1,
    );
  });

  test('a balance is not slipped into an import after its lines were counted', async () => {
    await db.app.rows(
      `SELECT begin_import('token-clerk', 'run_x', 'people', 'x', sha256('x'), 1, 1, 400, now())`,
    );
    await db.app.rows(`SELECT stage_opening('psn_a', 'run_x', 1, 400, '2025-12-31')`);
    const slip = () => db.app.rows(`SELECT stage_opening('psn_c', 'run_x', 2, 9000000, '2025-12-31')`);
    expect(await inOldPicture(slip, `SELECT finish_import('token-clerk', 'run_x', now())`)).toBe(refused);
    const { outcome, nothingMoved } = await testAttempt(
      db,
      `SELECT finish_import('token-clerk', 'run_x', now())`,
    );
    expect([outcome, nothingMoved]).toEqual(['registry.import-totals-differ', true]);
  });

  test('a session that was ended meanwhile is not revived', async () => {
    const end = () =>
      db.superuser.rows(`UPDATE officer_session SET ended_at = now() WHERE officer_id = 'off_clerk'`);
    const record = `SELECT record_paper('token-clerk', 'psn_c', 'rec_1', 'died', '{"on":"2026-01-01"}', 'paper', now())`;
    expect(await inOldPicture(end, record)).toBe(refused);
    expect(await db.app.rows(`SELECT 1 FROM record_entry WHERE id = 'rec_1'`)).toHaveLength(0);
  });
});

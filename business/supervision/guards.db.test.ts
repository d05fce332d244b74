import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  testApprovedCase,
  testAttempt,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

/** What somebody who types SQL as the application's role tries: to set or lift measures alone, or to get money out under one. */
const db = await testDatabase();
const on = '2026-06-30';
const first = new pg.Client({ connectionString: db.url('app') });
const second = new pg.Client({ connectionString: db.url('app') });

const set = (owner: string, step: string, kind = 'investigation', token = 'token-clerk', amount = 'NULL') =>
  `SELECT set_measure('${token}', '${owner}', '${step}', '${kind}', ${amount}, 'FUND-30', '核实', '立案 1', '${on}', now())`;
const lift = (owner: string, step: string, measure: string, day = on, token = 'token-clerk') =>
  `SELECT lift_measure('${token}', '${owner}', '${step}', '${measure}', 'FUND-30', '结案', '结案 1', '${day}', now())`;
const decide = (owner: string, step: string, confirmed = true, token = 'token-reviewer') =>
  `SELECT decide_measure('${token}', '${owner}', '${step}', ${confirmed}, '说明', now())`;
const settle = (name: string) =>
  `SELECT settle_withdrawal('psn_${name}', 'cas_${name}', 'dec_cas_${name}', interest_to_date('psn_${name}', '${on}'),
    'jnl_i${name}', 'jnl_o${name}', 'aut_${name}', 'ord_${name}', '${on}', now())`;

beforeAll(async () => {
  await first.connect();
  await second.connect();
  await testOffice(db);
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
    await testApprovedCase(db, { owner: `psn_${name}`, caseId: `cas_${name}`, on });
  }
  await db.app.rows(set('psn_a', 'msr_a'));
  await db.app.rows(decide('psn_a', 'msr_a'));
  await db.app.rows(set('psn_b', 'msr_b'));
  await db.app.rows(set('psn_c', 'msr_c', 'recovery', 'token-clerk', '5000'));
  await db.app.rows(decide('psn_c', 'msr_c'));
});

afterAll(async () => {
  await first.end();
  await second.end();
});

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

describe('typed by hand, measures cannot be written', () => {
  test.each(['supervision_step', 'supervision_decision'])('%s', async (table) => {
    const denied = `permission denied for table ${table}`;
    expect(await attempt(`INSERT INTO ${table} DEFAULT VALUES`)).toBe(denied);
    expect(await attempt(`UPDATE ${table} SET owner_id = owner_id`)).toBe(denied);
    expect(await attempt(`DELETE FROM ${table}`)).toBe(denied);
  });
});

describe('nobody sets or lifts a measure alone or without a session', () => {
  test.each([
    ['setting one without a session', set('psn_a', 'msr_x', 'investigation', 'x'), 'access.no-session'],
    [
      'setting one as a reviewer only',
      set('psn_a', 'msr_x', 'investigation', 'token-reviewer'),
      'access.role-missing',
    ],
    ['confirming one without a session', decide('psn_b', 'msr_b', true, ''), 'access.no-session'],
    ['confirming one as a clerk only', decide('psn_b', 'msr_b', true, 'token-clerk'), 'access.role-missing'],
    [
      'confirming one’s own',
      `DO $$ BEGIN PERFORM ${set('psn_a', 'msr_y', 'investigation', 'token-both').slice(7)};
        PERFORM ${decide('psn_a', 'msr_y', true, 'token-both').slice(7)}; END $$`,
      /supervision_maker_is_not_checker/,
    ],
    ['confirming one twice', decide('psn_a', 'msr_a'), /supervision_decision_pkey/],
    ['confirming what nobody proposed', decide('psn_a', 'msr_none'), 'supervision.no-such-step'],
    ['confirming another person’s', decide('psn_b', 'msr_a'), 'supervision.no-such-step'],
    ['lifting one without a session', lift('psn_a', 'msr_z', 'msr_a', on, 'x'), 'access.no-session'],
    ['lifting one that was never confirmed', lift('psn_b', 'msr_z', 'msr_b'), 'supervision.not-standing'],
    ['lifting another person’s', lift('psn_b', 'msr_z', 'msr_a'), 'supervision.no-such-measure'],
    [
      'lifting one from a day before it was set',
      lift('psn_a', 'msr_z', 'msr_a', '2026-06-29'),
      'supervision.lifted-before-set',
    ],
    [
      'lifting one from a day to come',
      lift('psn_a', 'msr_z', 'msr_a', '2099-01-01'),
      'supervision.day-not-come',
    ],
    ['an order to pay back nothing', set('psn_a', 'msr_x', 'recovery'), /violates check constraint/],
    ['calling another kind of thing a measure', set('psn_a', 'msr_x', 'hold'), /violates check constraint/],
  ])('%s', async (_, sql, reason) => {
    expect(await attempt(sql)).toMatch(reason);
  });

  test('one lifting waits at a time, and it counts once another officer has confirmed it', async () => {
    await db.app.rows(set('psn_e', 'msr_e'));
    await db.app.rows(decide('psn_e', 'msr_e'));
    await db.app.rows(lift('psn_e', 'msr_e1', 'msr_e'));
    expect(await attempt(lift('psn_e', 'msr_e2', 'msr_e'))).toBe('supervision.lift-under-way');
    expect(await attempt(settle('e'))).toBe('supervision.under-investigation');
    await db.app.rows(decide('psn_e', 'msr_e1'));
    expect(await attempt(lift('psn_e', 'msr_e2', 'msr_e'))).toBe('supervision.lift-under-way');
    expect(await testSettle(db, { owner: 'psn_e', caseId: 'cas_e', on })).toBe(100_000n);
  });
});

describe('money does not leave', () => {
  test('under a flag that was confirmed between the approval and the settlement', async () => {
    expect(await attempt(settle('a'))).toBe('supervision.under-investigation');
  });

  test('while something is owed', async () => {
    expect(await attempt(settle('c'))).toBe('supervision.recovery-open');
  });

  test('while the books say that something is owed, though no order asks for it', async () => {
    const owner = 'psn_owes';
    await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
    const book = (debit: string, credit: string) =>
      db.superuser.rows(
        `SELECT post_fund($1, $2, 1::smallint, 'recovery-order', $3, $4, 700, '2026-05-01', NULL, now())`,
        [owner, `jnl_${debit}`, debit, credit],
      );
    await book('recoverable', 'pool');
    expect(await db.app.row(`SELECT merge_hindrance($1, 'psn_a') AS why`, [owner])).toEqual({
      why: 'registry.merge-money-owed',
    });
    await testApprovedCase(db, { owner, caseId: 'cas_owes', on });
    expect(await attempt(settle('owes'))).toBe('supervision.recovery-open');
    await book('pool', 'recoverable');
    expect(await testSettle(db, { owner, caseId: 'cas_owes', on })).toBe(100_000n);
  });

  test('under a flag whose confirmation is just being written', async () => {
    await db.app.rows(set('psn_d', 'msr_d'));
    await first.query('BEGIN');
    await first.query(decide('psn_d', 'msr_d'));
    const settled = second.query(settle('d')).then(
      () => 'it went through',
      (error: Error) => error.message,
    );
    await Promise.race([settled, untilSomebodyWaits()]);
    await first.query('COMMIT');
    expect(await settled).toBe('supervision.under-investigation');
  });

  test('but under a flag that waits for its second officer it does', async () => {
    expect(await testSettle(db, { owner: 'psn_b', caseId: 'cas_b', on })).toBe(100_000n);
  });
});

/** Until a statement stands in another's way. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted`;
  while ((await db.superuser.rows(waiting)).length === 0) await Promise.resolve();
}

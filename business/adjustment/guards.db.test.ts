import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  testApprovedCase,
  testAttempt,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

/** What somebody who types SQL as the application's role tries: to mint, to take, to move an order's money alone. */
const db = await testDatabase();
const on = '2026-06-30';
const first = new pg.Client({ connectionString: db.url('app') });
const second = new pg.Client({ connectionString: db.url('app') });
let count = 0;
let owner = '';

interface Typed {
  readonly id?: string | undefined;
  readonly kind?: string | undefined;
  readonly amount?: string | undefined;
  readonly counter?: string | undefined;
  readonly bucket?: string | undefined;
  readonly on?: string | undefined;
  readonly journal?: string | undefined;
  readonly order?: string | undefined;
  readonly token?: string | undefined;
}

const quoted = (text: string | undefined) => (text === undefined ? 'NULL' : `'${text}'`);
const ask = (typed: Typed = {}) =>
  `SELECT request_adjustment('${typed.token ?? 'token-clerk'}', '${owner}', '${typed.id ?? `adj_${owner}`}', '${typed.kind ?? 'credit'}',
     ${typed.amount ?? 'NULL'}, ${quoted(typed.counter)}, ${quoted(typed.bucket)}, ${quoted(typed.on ?? on)}, ${quoted(typed.journal)},
     1::smallint, ${quoted(typed.order)}, '入账有误', '更正 1', now())`;
const credit = { kind: 'credit', amount: '5000', counter: 'suspense', bucket: 'inflow' } as const;
const decide = (
  token = 'token-reviewer',
  given: { readonly id?: string; readonly approved?: boolean; readonly journal?: string } = {},
) => {
  const { id = `adj_${owner}`, approved = true, journal = `jnl_${id}` } = given;
  return `SELECT decide_adjustment('${token}', '${owner}', '${id}', ${approved}, '说明', '${journal}', now())`;
};
const settled = async () => {
  await testApprovedCase(db, { owner, caseId: `cas_${owner}`, on });
  await testSettle(db, { owner, caseId: `cas_${owner}`, on });
  return `ord_cas_${owner}`;
};
const build = (order: string) => [
  `SELECT build_batch('token-finance', 'bat_${owner}', 'M${owner}', 1, 100000, sha256('x'), '${on}', now())`,
  `SELECT add_to_batch('${owner}', '${order}', 1, 'bat_${owner}', 1, 1)`,
];

beforeAll(async () => {
  await first.connect();
  await second.connect();
  await testOffice(db);
});
afterAll(async () => {
  await first.end();
  await second.end();
});
beforeEach(async () => {
  count += 1;
  owner = `psn_${count}`;
  await testPerson(db, { owner, balanceFen: 100_000n, balanceOn: '2025-12-31' });
});

async function attempt(sql: string): Promise<string> {
  const { outcome, nothingMoved } = await testAttempt(db, sql);
  expect(nothingMoved, sql).toBe(true);
  return outcome;
}

const run = (...statements: readonly string[]) =>
  statements.reduce(
    (before, sql) => before.then(() => db.app.rows(sql)).then(() => undefined),
    Promise.resolve(),
  );

describe('typed by hand, adjustments cannot be written', () => {
  test.each(['adjustment', 'adjustment_decision', 'reversed_line'])('%s', async (table) => {
    const denied = `permission denied for table ${table}`;
    expect(await attempt(`INSERT INTO ${table} DEFAULT VALUES`)).toBe(denied);
    expect(await attempt(`UPDATE ${table} SET owner_id = owner_id`)).toBe(denied);
    expect(await attempt(`DELETE FROM ${table}`)).toBe(denied);
  });

  test.each([
    ['take_back', `SELECT take_back('psn_1', 'j', 'correction', 'pool', 1, '${on}', 'debit', 'a', now())`],
    ['order_to_move', `SELECT order_to_move('psn_1', 'o', 'refund')`],
    ['hold_amount', `SELECT hold_amount('psn_1', 1)`],
    ['release_amount', `SELECT release_amount('psn_1', 1)`],
    ['leave_to', `SELECT leave_to('psn_1', 'b', 'j', '${on}', now())`],
    ['arrive_from', `SELECT arrive_from('psn_1', 'b', 'j', 1, '${on}', now())`],
  ])('nor is %s there for the application', async (name, sql) => {
    expect(await attempt(sql)).toBe(`permission denied for function ${name}`);
  });

  test('nor is an order’s standing', async () => {
    await settled();
    expect(await attempt(`UPDATE payment_order SET standing = 'refunded'`)).toBe(
      'permission denied for table payment_order',
    );
  });
});

describe('a correction', () => {
  test('is not asked for without a clerk’s live session', async () => {
    expect(await attempt(ask({ ...credit, token: 'token-none' }))).toBe('access.no-session');
    expect(await attempt(ask({ ...credit, token: 'token-reviewer' }))).toBe('access.role-missing');
  });

  test('is not approved by whoever asked, nor by a clerk', async () => {
    await run(ask({ ...credit, token: 'token-both' }));
    expect(await attempt(decide('token-both'))).toContain('adjustment_maker_is_not_checker');
    expect(await attempt(decide('token-clerk'))).toBe('access.role-missing');
  });

  test('moves nothing before it is approved, and is decided once', async () => {
    await run(ask(credit));
    expect(await balance()).toBe(100_000n);
    await run(decide());
    expect(await balance()).toBe(105_000n);
    expect(await attempt(decide('token-reviewer', { journal: 'jnl_again' }))).toBe(
      'adjustment.decided-already',
    );
    expect(await attempt(decide('token-reviewer', { approved: false }))).toBe('adjustment.decided-already');
  });

  test('is decided once, also by two reviewers at the same moment', async () => {
    await run(ask(credit));
    await first.query('BEGIN');
    await first.query(decide('token-reviewer', { journal: `jnl_1${owner}` }));
    const waiting = second.query(decide('token-both', { journal: `jnl_2${owner}` })).then(
      () => 'it went through',
      (error: Error) => error.message,
    );
    await waitsForTheOther();
    await first.query('COMMIT');
    expect(await waiting).toBe('adjustment.decided-already');
    expect(await balance()).toBe(105_000n);
  });

  test('that was declined stays so, and needs words', async () => {
    await run(ask(credit), decide('token-reviewer', { approved: false }));
    expect(await balance()).toBe(100_000n);
    expect(await attempt(decide())).toBe('adjustment.decided-already');
  });

  test.each([
    ['of nothing', { amount: '0' }],
    ['of less than nothing', { amount: '-5' }],
    ['out of no account of the fund', { counter: undefined }],
    ['out of the bank', { counter: 'bank' }],
    ['into no sum of the interest', { bucket: undefined }],
    ['into the sum of what was spent', { bucket: 'debit' }],
  ])('%s is not taken', async (_, change) => {
    expect(await attempt(ask({ ...credit, ...change }))).toMatch(/violates check constraint/);
  });

  test('for a day to come is not taken', async () => {
    expect(await attempt(ask({ ...credit, on: '2999-01-01' }))).toBe('ledger.day-not-come');
  });

  test('for somebody who has no account is not taken', async () => {
    owner = 'psn_none';
    expect(await attempt(ask(credit))).toBe('ledger.account-closed');
  });

  test('that nobody asked for is not approved, not even with another person’s number', async () => {
    await run(ask({ ...credit, id: 'adj_theirs' }));
    owner = 'psn_1';
    expect(await attempt(decide('token-reviewer', { id: 'adj_theirs' }))).toBe('adjustment.none');
  });
});

describe('a debit', () => {
  const debit = { kind: 'debit', amount: '130000', counter: 'pool', bucket: 'debit' } as const;

  test('beyond the balance leaves it at nothing, and the rest is owed', async () => {
    await run(ask(debit), decide());
    expect(await balance()).toBe(0n);
    expect(await owed()).toBe(30_000n);
  });

  test('does not touch what is held for a card payment', async () => {
    await db.migrator.rows(`SELECT hold_amount('${owner}', 60000)`);
    await run(ask(debit), decide());
    expect(await balance()).toBe(60_000n);
    expect(await owed()).toBe(90_000n);
  });
});

describe('a reversal', () => {
  test('takes an entry back once, whoever asks twice', async () => {
    const line = { kind: 'reversal', journal: `jnl_open_${owner}` };
    await run(
      ask({ ...line, id: 'adj_r1' }),
      ask({ ...line, id: 'adj_r2' }),
      decide('token-reviewer', { id: 'adj_r1' }),
    );
    expect(await attempt(decide('token-reviewer', { id: 'adj_r2' }))).toContain('reversed_line_pkey');
    expect(await attempt(ask({ ...line, id: 'adj_r3' }))).toBe('adjustment.reversed-already');
    expect(await balance()).toBe(0n);
  });

  test('reaches no withdrawal, no interest, no reversal and no other person’s entry', async () => {
    await settled();
    for (const journal of [`jnl_out_cas_${owner}`, `jnl_int_cas_${owner}`, 'jnl_none', 'jnl_open_psn_1'])
      expect(await attempt(ask({ kind: 'reversal', journal }))).toBe('adjustment.not-reversible');
  });

  test('of a reversal is refused', async () => {
    await run(ask({ kind: 'reversal', journal: `jnl_open_${owner}` }), decide());
    expect(await attempt(ask({ kind: 'reversal', id: 'adj_back', journal: `jnl_adj_${owner}` }))).toBe(
      'adjustment.not-reversible',
    );
  });
});

describe('an order’s money', () => {
  test('goes back into the account once, and the order goes into no batch any more', async () => {
    const order = await settled();
    const [built = '', added = ''] = build(order);
    await run(ask({ kind: 'refund', order }), decide(), built);
    expect(await balance()).toBe(100_000n);
    expect(await attempt(added)).toBe('adjustment.order-elsewhere');
    expect(await attempt(ask({ kind: 'refund', order, id: 'adj_again' }))).toBe('adjustment.order-elsewhere');
    expect(await attempt(ask({ kind: 'claimed', order, id: 'adj_again' }))).toBe(
      'adjustment.order-elsewhere',
    );
  });

  test('stays while a batch has it, also where the batch took it after the request', async () => {
    const order = await settled();
    await run(ask({ kind: 'unclaimed', order }), ...build(order));
    expect(await attempt(decide())).toBe('adjustment.order-under-way');
    expect(await attempt(ask({ kind: 'refund', order, id: 'adj_second' }))).toBe(
      'adjustment.order-under-way',
    );
  });

  test('is unclaimed, then claimed, and claimed only after it was unclaimed', async () => {
    const order = await settled();
    expect(await attempt(ask({ kind: 'claimed', order }))).toBe('adjustment.order-elsewhere');
    await run(ask({ kind: 'unclaimed', order }), decide());
    expect(await attempt(ask({ kind: 'refund', order, id: 'adj_early' }))).toBe('adjustment.order-elsewhere');
    await run(
      ask({ kind: 'claimed', order, id: 'adj_found' }),
      decide('token-reviewer', { id: 'adj_found' }),
    );
    expect(await attempt(ask({ kind: 'claimed', order, id: 'adj_twice' }))).toBe(
      'adjustment.order-elsewhere',
    );
    await run(...build(order));
  });

  test('is moved once where two moves were asked for', async () => {
    const order = await settled();
    await run(ask({ kind: 'refund', order }), ask({ kind: 'unclaimed', order, id: 'adj_o2' }), decide());
    expect(await attempt(decide('token-reviewer', { id: 'adj_o2' }))).toBe('adjustment.order-elsewhere');
  });

  test('bears no interest a second time for the days before the settlement', async () => {
    const order = await settled();
    expect(await attempt(ask({ kind: 'refund', order, on: '2026-06-29' }))).toBe('adjustment.before-settled');
  });

  test('of another person, or of no order, is not moved', async () => {
    const order = await settled();
    owner = 'psn_1';
    expect(await attempt(ask({ kind: 'refund', order }))).toBe('payments.no-order');
  });
});

async function balance(): Promise<bigint | undefined> {
  const row = await db.app.row<{ n: bigint }>(
    'SELECT balance_fen AS n FROM personal_account WHERE owner_id = $1',
    [owner],
  );
  return row?.n;
}

async function owed(): Promise<bigint | undefined> {
  const row = await db.app.row<{ n: bigint }>(
    `SELECT sum(amount_fen)::bigint AS n FROM posting WHERE owner_id = $1 AND debit = 'recoverable'`,
    [owner],
  );
  return row?.n;
}

/** The second reviewer is at the lock before the first commits; otherwise the test would pass without it. */
async function waitsForTheOther(): Promise<void> {
  const waits = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  await expect.poll(() => db.superuser.rows(waits), { timeout: 30_000 }).toHaveLength(1);
}

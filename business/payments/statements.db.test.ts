import { beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#basics';
import {
  bankStanding,
  correctPayee,
  decideResolution,
  linesInSuspense,
  ordersDue,
  paymentsProofs,
  requestResolution,
  unstatedEntries,
} from '#business/payments';
import { inTransaction } from '#platform/postgres';
import { makeSeal } from '#platform/seal';
import {
  testApprovedCase,
  testClock,
  testDatabase,
  testIds,
  testOffice,
  testPerson,
  testRandom,
  testSettle,
} from '#platform/testing';
import { bankDesk, officer, ourAccount } from './bank.testing.ts';
import { simulateBank } from './bank-simulator.ts';
import { type WrittenEntry, writeCamt053 } from './write-camt053.ts';

const db = await testDatabase();
const clock = testClock('2026-07-05T10:00:00+08:00');
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: testRandom(3) });
const desk = bankDesk({ database: db.app, clock, ids: testIds(5), seal });
const { context, moves, must, send, take } = desk;
const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const amountFen = 100_000n;

beforeAll(async () => {
  await testOffice(db);
  for (const name of people) {
    const made = { owner: `psn_${name}`, caseId: `cas_${name}`, on: '2026-06-30' };
    await testPerson(db, { owner: made.owner, balanceFen: amountFen, balanceOn: '2025-12-31' });
    await testApprovedCase(db, {
      ...made,
      accountSealed: seal.seal(`622200000000000${name.codePointAt(0)}`),
    });
    await testSettle(db, made);
  }
});

type Entry = Partial<WrittenEntry> & { readonly reference: string };

const out = (name: string, more: Partial<WrittenEntry> = {}): Entry => ({
  reference: `D-${name}`,
  endToEndId: `ord-cas-${name}-1`,
  ...more,
});
const back = (name: string, more: Partial<WrittenEntry> = {}): Entry => ({
  ...{ reference: `R-${name}`, direction: 'in', endToEndId: `ord-cas-${name}-1`, returned: 'AC04' },
  ...more,
});

/** The statement of a day of July; amounts are the orders' unless said otherwise. */
function statement(
  day: number,
  openingFen: bigint,
  entries: readonly Entry[],
  accountNumber = ourAccount,
): string {
  const on = plainDate(`2026-07-0${day}`);
  return writeCamt053({
    ...{
      messageId: `STMT-${day}`,
      at: new Date('2026-07-05T00:00:00Z'),
      accountNumber,
      sequence: day,
      on,
      openingFen,
    },
    entries: entries.map((entry) => ({ direction: 'out', amountFen, bookedOn: on, ...entry })),
  });
}

function paid(order: string, messageId: string, except: readonly string[] = []): string {
  const decide = ({ endToEndId }: { endToEndId: string }) =>
    except.includes(endToEndId) ? null : { status: 'ACSC' };
  return must(simulateBank(order, { messageId, at: clock.now(), decide }));
}

async function proved(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const proof of paymentsProofs) {
    const result = await proof.run(db.app, () => undefined);
    broken.push(...result.broken.map(({ row, why }) => `${proof.name} ${row}: ${why.en}`));
  }
  return broken;
}

const opening = 1_000_000n;
let afterFirst = 0n;

test('a statement books what the bank did not confirm, knows what it had confirmed, and shows what is still missing', async () => {
  const order = await send(['ord_cas_a', 'ord_cas_b', 'ord_cas_c', 'ord_cas_d', 'ord_cas_e']);
  expect(await take(paid(order, 'B1', ['ord-cas-c-1', 'ord-cas-d-1', 'ord-cas-e-1']))).toEqual([
    '1 paid',
    '2 paid',
  ]);
  expect(await take(statement(1, opening, [out('a'), out('c')]))).toEqual(['1 booked', '2 paid']);
  afterFirst = opening - 2n * amountFen;
  expect(await bankStanding(db.app)).toMatchObject({ statementFen: afterFirst, unstatedFen: -amountFen });
  expect(await unstatedEntries(db.app, { after: null, limit: 9 })).toMatchObject([
    { personId: 'psn_b', endToEndId: 'ord-cas-b-1', amountFen: -amountFen },
  ]);
  expect(moves.filter((move) => move.startsWith('cas_c'))).toEqual(['cas_c paying', 'cas_c paid']);
  expect(await proved()).toEqual([]);
});

describe('a statement follows the one before it', () => {
  test('so the same again changes nothing, another of that day is refused, and so is a gap on either side', async () => {
    const lines = [out('a'), out('c')];
    expect(await take(statement(1, opening, lines))).toEqual(['1 unchanged', '2 unchanged']);
    expect(await take(statement(1, opening, lines.toReversed()))).toEqual(['1 unchanged', '2 unchanged']);
    expect(await take(statement(1, opening, [out('a')]))).toBe('payments.statement-known');
    expect(await take(statement(2, afterFirst + 1n, []))).toBe('payments.statement-gap');
    expect(await take(statement(1, opening, lines).replaceAll('2026-07-01', '2026-06-30'))).toBe(
      'payments.statement-leads-elsewhere',
    );
    expect(await take(statement(1, opening, lines).replaceAll('2026-07-01', '2099-01-01'))).toBe(
      'ledger.day-not-come',
    );
  });

  test('and one that is cut off, of another account, or does not come to its balance is refused whole', async () => {
    const good = statement(2, afterFirst, [out('d')]);
    expect(await take(good.slice(0, -60))).toBe('payments.not-an-answer');
    expect(await take(good.replace(/<Ntry>[\s\S]*<\/Ntry>\n/, ''))).toBe(
      'payments.statement-does-not-add-up',
    );
    expect(await take(statement(2, afterFirst, [], '999'))).toBe('payments.other-account');
    expect(await take(good, officer('clerk'))).toBe('access.role-missing');
    expect(await bankStanding(db.app)).toMatchObject({ statementFen: afterFirst });
  });

  test('and a line that differs from the one on record is refused by its number', async () => {
    const changed = statement(1, opening, [out('a'), out('c', { endToEndId: 'ord-cas-b-1' })]);
    expect(await take(changed)).toEqual(['1 unchanged', '2 payments.line-differs']);
    const added = statement(1, opening, [out('a'), out('x')]);
    expect(await take(added)).toEqual(['1 unchanged', '2 payments.line-not-in-statement']);
    expect(await proved()).toEqual([]);
  });
});

test('a payment that comes back days later opens its case again, is corrected, and goes out anew', async () => {
  const day = statement(2, afterFirst, [back('a'), out('b')]);
  expect(await take(day)).toEqual(['1 returned', '2 booked']);
  expect(await take(day)).toEqual(['1 unchanged', '2 unchanged']);
  expect(moves.at(-1)).toBe('cas_a returned AC04');
  const due = () => ordersDue(db.app, { orderIds: ['ord_cas_a'], after: null, limit: 9 });
  expect(await due()).toEqual([]);
  // An account abroad has the name in the Latin letters that the record has.
  await db.superuser.rows(`UPDATE person SET name_latin = 'Zhang San' WHERE owner_id = 'psn_a'`);
  const correction = {
    ...{
      caller: officer('clerk'),
      owner: 'psn_a',
      caseId: 'cas_a',
      name: 'Zhang San',
      bankName: 'BNP Paribas',
    },
    ...{ bankCode: 'bnpafrppxxx', accountNumber: 'FR14 2004 1010 0505 0001 3M02 606' },
    abroad: { currency: 'EUR', charges: 'SHAR' as const, address: { town: 'Lyon', country: 'FR' } },
  };
  must(await inTransaction(db.app, (tx) => correctPayee(tx, context, correction)));
  expect(await due()).toMatchObject([{ attempt: 2, country: 'FR', accountTail: '2606' }]);
  const order = await send(['ord_cas_a']);
  expect(order).toContain('<PmtInfId>');
  expect(order).toMatch(/<EqvtAmt>\s*<Amt Ccy="CNY">1000\.00<\/Amt>\s*<CcyOfTrf>EUR<\/CcyOfTrf>/);
  expect(await take(paid(order, 'B2'))).toEqual(['1 paid']);
  expect(await proved()).toEqual([]);
});

describe('what nobody knows stands in suspense, until two officers say what it is', () => {
  const resolve = async (
    lineNo: number,
    wish: Pick<Parameters<typeof requestResolution>[2], 'kind'> &
      Partial<Parameters<typeof requestResolution>[2]>,
  ): Promise<string> => {
    const line = (await linesInSuspense(db.app, { after: null, limit: 99 })).find(
      (one) => one.lineNo === lineNo,
    );
    if (!line) throw new Error(`line ${lineNo} is not in suspense`);
    const lineId = `${line.ownerId}-${line.lineNo}`;
    const asked = {
      caller: officer('finance'),
      lineId,
      endToEndId: null,
      entry: null,
      reason: '银行查询',
      ...wish,
    };
    const requested = await inTransaction(db.app, (tx) => requestResolution(tx, context, asked));
    if (!requested.ok) return requested.refusal.code;
    const word = { requestId: requested.value.requestId, lineId, approved: true };
    const decide = (caller = officer('finance2')) =>
      inTransaction(db.app, (tx) => decideResolution(tx, context, { ...word, caller }));
    expect(await decide(officer('finance'))).toMatchObject({
      refusal: { code: 'payments.resolver-is-checker' },
    });
    const decided = await decide();
    if (!decided.ok) return decided.refusal.code;
    expect(await decide()).toMatchObject({ refusal: { code: 'payments.resolved-already' } });
    return 'resolved';
  };

  test('the bank’s charges, a payment and a return without a name, and money that was expected', async () => {
    await send(['ord_cas_f', 'ord_cas_g']);
    await db.app.rows(
      `SELECT set_measure('token-clerk', 'psn_b', 'mea_1', 'recovery', 700, 'FUND-30', '核实', '立案 1', '2026-07-01', now())`,
    );
    await db.app.rows(`SELECT decide_measure('token-reviewer', 'psn_b', 'mea_1', true, NULL, now())`);
    await db.app.rows(
      `SELECT tell_receipt('token-finance', 'psn_b', 'mea_1', 'rcp_1', 300, 'U-1', '2026-07-02', now())`,
    );
    await db.app.rows(
      `SELECT recover('token-finance2', 'psn_b', 'mea_1', 'rcp_1', 'instalment', 300, 'U-1', '2026-07-02', now())`,
    );
    await db.app.rows(
      `SELECT tell_receipt('token-finance', 'psn_b', 'mea_1', 'rcp_2', 400, 'typed wrong', '2026-07-02', now())`,
    );
    await db.app.rows(
      `SELECT recover('token-finance2', 'psn_b', 'mea_1', 'rcp_2', 'instalment', 400, 'typed wrong', '2026-07-02', now())`,
    );
    // On the second day as much came back as left.
    const day = statement(3, afterFirst, [
      { reference: 'C-1', amountFen: 500n, remark: '手续费' },
      { reference: 'D-f', remark: '付款' },
      { reference: 'R-c', direction: 'in', amountFen: amountFen - 2_500n, returned: 'AC06' },
      { reference: 'U-1', direction: 'in', amountFen: 300n },
      { reference: 'U-2', direction: 'in', amountFen: 400n, name: '张三' },
      out('d', { amountFen: amountFen + 1n }),
      { reference: 'U-3', direction: 'in', amountFen: 900n, name: '李四' },
      out('e'),
    ]);
    expect(await take(day)).toEqual([
      ...[
        '1 suspense',
        '2 suspense',
        '3 suspense',
        '4 booked',
        '5 suspense',
        '6 suspense',
        '7 suspense',
        '8 paid',
      ],
    ]);
    expect(await proved()).toEqual([]);

    expect(await resolve(1, { kind: 'payment', endToEndId: 'ord-cas-f-1' })).toBe(
      'payments.resolution-unfit',
    );
    expect(await resolve(1, { kind: 'fund' })).toBe('resolved');
    expect(await resolve(2, { kind: 'payment', endToEndId: 'nobody' })).toBe('payments.target-missing');
    expect(await resolve(2, { kind: 'payment', endToEndId: 'ord-cas-f-1' })).toBe('resolved');
    expect(moves.at(-1)).toBe('cas_f paid');
    expect(await resolve(3, { kind: 'return', endToEndId: 'ord-cas-c-1' })).toBe('resolved');
    expect(moves.at(-1)).toBe('cas_c returned AC06');
    expect(await resolve(5, { kind: 'booked', entry: { personId: 'psn_b', journalId: 'rcp_2' } })).toBe(
      'resolved',
    );
    expect(await resolve(6, { kind: 'payment', endToEndId: 'ord-cas-d-1' })).toBe(
      'payments.resolution-unfit',
    );
    expect(await proved()).toEqual([]);
  });

  test('and what an adjustment moved out of suspense', async () => {
    await testPerson(db, { owner: 'psn_z', balanceFen: 5_000n, balanceOn: '2025-12-31' });
    await db.app.rows(
      `SELECT request_adjustment('token-clerk', 'psn_z', 'adj_1', 'credit', 900, 'suspense', 'inflow', '2026-07-03', NULL, NULL, NULL, '来款', '单 1', now())`,
    );
    await db.app.rows(
      `SELECT decide_adjustment('token-reviewer', 'psn_z', 'adj_1', true, NULL, 'jnl_adj', now())`,
    );
    expect(await proved()).toEqual([]);
    const entry = { personId: 'psn_z', journalId: 'jnl_adj' };
    expect(await resolve(7, { kind: 'adjustment', entry: { ...entry, journalId: 'jnl_other' } })).toBe(
      'payments.resolution-unfit',
    );
    expect(await resolve(7, { kind: 'adjustment', entry })).toBe('resolved');
    expect((await linesInSuspense(db.app, { after: null, limit: 9 })).map(({ lineNo }) => lineNo)).toEqual([
      6,
    ]);
    expect(await proved()).toEqual([]);
  });
});

import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, plainDate, refuse } from '#basics';
import {
  bankStanding,
  decideResolution,
  linesInSuspense,
  listStatements,
  paymentsProofs,
  requestResolution,
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
import type { PaymentsContext } from './context.ts';
import { importBankFile } from './import-bank-file.ts';
import { type WrittenEntry, writeCamt053 } from './write-camt053.ts';

/** Files of several days, and what else happens in the moment in which one is taken in. */
const db = await testDatabase();
const clock = testClock('2026-07-03T10:00:00+08:00');
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: testRandom(3) });
const { context, must, moves, send, take } = bankDesk({ database: db.app, clock, ids: testIds(5), seal });
const amountFen = 100_000n;

beforeAll(async () => {
  await testOffice(db);
  for (const name of ['a', 'b', 'c', 'd']) {
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

const dayOf = (day: number) => addDays(plainDate('2026-06-30'), day);
const out = (name: string): Entry => ({ reference: `D-${name}`, endToEndId: `ord-cas-${name}-1` });
const charge = (day: number): Entry => ({ reference: `C-${day}`, amountFen: 100n });
const opening = 1_000_000n;

/** What the bank booked on each day. On the fourth, a payment leaves under no name that we know. */
const booked: Readonly<Record<number, readonly Entry[]>> = {
  ...{ 1: [charge(1)], 2: [charge(2)], 3: [out('a')], 4: [{ reference: 'X-4' }], 5: [out('c')] },
  ...{ 10: [charge(10)], 11: [charge(11)], 12: [charge(12)] },
  ...{
    6: [{ ...out('c'), reference: 'R-c', direction: 'in', returned: 'AC04' }],
    8: [charge(8), { reference: 'U-8', direction: 'in', amountFen: 100n }],
  },
};

/** The statement of a day, or of all days from one to it. */
function statement(day: number, { from = day }: { readonly from?: number } = {}): string {
  const entriesOf = (one: number) =>
    (booked[one] ?? []).map(
      (entry) => ({ direction: 'out', amountFen, bookedOn: dayOf(one), ...entry }) as const,
    );
  const days = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const openingFen = days(1, from - 1)
    .flatMap(entriesOf)
    .reduce((sum, one) => sum + (one.direction === 'out' ? -one.amountFen : one.amountFen), opening);
  const head = { messageId: `STMT-${from}-${day}`, at: clock.now(), accountNumber: ourAccount };
  return writeCamt053({
    ...{ ...head, sequence: day, on: dayOf(day), openingFen },
    entries: days(from, day).flatMap(entriesOf),
  });
}

/** One file with a statement for each of these days. */
function file(...days: readonly number[]): string {
  const inside = /<Stmt>[\s\S]*<\/Stmt>/;
  const all = days.map((day) => inside.exec(statement(day))?.[0] ?? '').join('');
  return statement(days[0] ?? 1).replace(inside, () => all);
}

const daysTaken = async () =>
  (await listStatements(db.app, { before: null, limit: 99 }))
    .map(({ on }) => Number(on.slice(-2)))
    .toReversed();

async function proved(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const proof of paymentsProofs) {
    const result = await proof.run(db.app, () => undefined);
    broken.push(...result.broken.map(({ row, why }) => `${proof.name} ${row}: ${why.en}`));
  }
  return broken;
}

/** As many times as told, somebody else is quicker: the case was moved in the same moment. */
function racing(times: number): PaymentsContext {
  let left = times;
  return {
    ...context,
    onAnswered: async (tx, answered) => {
      left -= 1;
      return left < 0 ? context.onAnswered(tx, answered) : refuse({ code: 'casework.changed-meanwhile' });
    },
  };
}

/** What became of each line of a file while that happens. */
async function takeRacing(xml: string, times: number): Promise<readonly string[]> {
  const report = must(await importBankFile(racing(times), { caller: officer('finance'), file: xml }));
  const lines = report.kind === 'answer' ? report.lines : report.statements.flatMap((one) => one.lines);
  return lines.map(({ line, outcome, refusal }) => `${line} ${refusal?.code ?? outcome}`);
}

describe('somebody moves a case in the moment in which the bank speaks of it', () => {
  test('so the answer about its payment is taken in once more, and counts', async () => {
    const order = await send(['ord_cas_a', 'ord_cas_b', 'ord_cas_c']);
    const decide = ({ endToEndId }: { readonly endToEndId: string }) =>
      endToEndId === 'ord-cas-c-1' ? null : { status: 'ACSC' };
    const answer = must(simulateBank(order, { messageId: 'B1', at: clock.now(), decide }));
    expect(await takeRacing(answer, 1)).toEqual(['1 paid', '2 paid']);
    expect(moves.slice(-2)).toEqual(['cas_a paid', 'cas_b paid']);
    clock.set('2026-07-15T10:00:00+08:00');
  });
});

describe('the first statement on record is of a day in the middle', () => {
  test('and an officer’s word that is just being given keeps the opening balance from being worked out wrongly', async () => {
    expect(await take(statement(4))).toEqual(['1 suspense']);
    const [line] = await linesInSuspense(db.app, { after: null, limit: 9 });
    const lineId = `${line?.ownerId}-${line?.lineNo}`;
    const paid = await db.app.row<{ journalId: string }>(
      `SELECT journal_id AS "journalId" FROM payment_attempt WHERE owner_id = 'psn_b'`,
    );
    const entry = { personId: 'psn_b', journalId: paid?.journalId ?? '' };
    const wish = { lineId, kind: 'booked', endToEndId: null, entry, reason: '银行查询' } as const;
    const asked = must(
      await inTransaction(db.app, (tx) =>
        requestResolution(tx, context, { ...wish, caller: officer('finance') }),
      ),
    );
    const word = { ...asked, lineId, approved: true, caller: officer('finance2') };
    const { decided, taken } = await inTransaction(db.app, async (tx) => {
      const decided = must(await decideResolution(tx, context, word));
      const taken = take(statement(3));
      await Promise.race([taken, untilSomebodyWaits()]);
      return { ok: true, value: { decided, taken } } as const;
    }).then(must);
    expect(decided).toEqual({ approved: true });
    expect(await taken).toEqual(['1 booked']);
    expect(await bankStanding(db.app)).toMatchObject({ unstatedFen: 0n, suspenseFen: 0n });
    expect(await proved()).toEqual([]);
  });

  test('and a file of earlier days is taken in whole, in whichever order they fit, once', async () => {
    expect(await take(file(1, 2))).toEqual(['1 suspense', '1 suspense']);
    expect(await daysTaken()).toEqual([1, 2, 3, 4]);
    expect(await take(file(1, 2))).toEqual(['1 unchanged', '1 unchanged']);
    expect(await proved()).toEqual([]);
  });

  test('and a file of the whole month around it adds the days that lack, also while somebody moves a case', async () => {
    expect(await takeRacing(statement(5), 99)).toEqual(['1 casework.changed-meanwhile']);
    expect(await linesInSuspense(db.app, { after: null, limit: 9 })).toHaveLength(2);
    const lines = ['unchanged', 'unchanged', 'unchanged', 'unchanged', 'paid', 'returned'];
    expect(await takeRacing(file(1, 2, 3, 4, 5, 6), 1)).toEqual(lines.map((outcome) => `1 ${outcome}`));
    expect(await daysTaken()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await proved()).toEqual([]);
  });
});

describe('what does not fit is refused by what it does not fit to', () => {
  const refusal = async (xml: string) => {
    const report = await importBankFile(context, { caller: officer('finance'), file: xml });
    return report.ok ? null : report.refusal;
  };

  test('days that are on record already are named, before it or after it', async () => {
    const overlaps = (beside: string) => ({ code: 'payments.statement-overlaps', figures: { beside } });
    expect(await refusal(statement(7, { from: 1 }))).toMatchObject(overlaps('2026-07-06'));
    expect(await refusal(statement(9, { from: 6 }))).toMatchObject(overlaps('2026-07-06'));
    expect(await take(statement(9, { from: 8 }))).toEqual(['1 suspense', '2 suspense']);
    expect(await refusal(statement(8))).toMatchObject(overlaps('2026-07-09'));
  });

  test('a file with a day missing is taken in as far as it goes, and refused by the day after the gap each time', async () => {
    const gap = { code: 'payments.statement-gap', figures: { on: '2026-07-12', before: '2026-07-10' } };
    expect(await refusal(file(10, 12))).toMatchObject(gap);
    expect(await refusal(file(10, 12))).toMatchObject(gap);
    expect(await take(file(12, 11, 10))).toEqual(['1 unchanged', '1 suspense', '1 suspense']);
    expect(await proved()).toEqual([]);
  });
});

/** Until a statement of SQL stands in another's way. */
async function untilSomebodyWaits(): Promise<void> {
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  while ((await db.superuser.rows(waiting)).length === 0) await Promise.resolve();
}

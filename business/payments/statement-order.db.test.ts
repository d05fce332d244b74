import { beforeAll, describe, expect, test } from 'vitest';
import { plainDate } from '#basics';
import { bankStanding, linesInSuspense, listStatements, paymentsProofs } from '#business/payments';
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
import { bankDesk, ourAccount } from './bank.testing.ts';
import { simulateBank } from './bank-simulator.ts';
import { type WrittenEntry, writeCamt053 } from './write-camt053.ts';

/** Three days of the bank, handed in as they come to hand: the last first. */
const db = await testDatabase();
const clock = testClock('2026-07-01T10:00:00+08:00');
const seal = makeSeal({ keys: [new Uint8Array(32).fill(7)], random: testRandom(3) });
const { must, moves, send, take } = bankDesk({ database: db.app, clock, ids: testIds(5), seal });
const amountFen = 100_000n;

beforeAll(async () => {
  await testOffice(db);
  for (const name of ['a', 'b', 'c']) {
    const made = { owner: `psn_${name}`, caseId: `cas_${name}`, on: '2026-06-30' };
    await testPerson(db, { owner: made.owner, balanceFen: amountFen, balanceOn: '2025-12-31' });
    await testApprovedCase(db, {
      ...made,
      accountSealed: seal.seal(`622200000000000${name.codePointAt(0)}`),
    });
    await testSettle(db, made);
  }
});

interface Day {
  readonly on: number;
  readonly openingFen: bigint;
  readonly entries: readonly (Partial<WrittenEntry> & { readonly reference: string })[];
}

function statement({ on: day, openingFen, entries }: Day): string {
  const on = plainDate(`2026-07-0${day}`);
  const head = { messageId: `STMT-${day}`, at: new Date('2026-07-05T00:00:00Z'), accountNumber: ourAccount };
  return writeCamt053({
    ...{ ...head, sequence: day, on, openingFen },
    entries: entries.map((entry) => ({ direction: 'out', amountFen, bookedOn: on, ...entry })),
  });
}

const out = (name: string) => ({ reference: `D-${name}`, endToEndId: `ord-cas-${name}-1` });
const back = (name: string) =>
  ({ reference: `R-${name}`, direction: 'in', endToEndId: `ord-cas-${name}-1`, returned: 'AC04' }) as const;

const opening = 1_000_000n;
const afterFirst = opening - 2n * amountFen;
/** Two payments leave; charges and a gift of the same amount; one of the payments comes back and another leaves. */
const first: Day = { on: 1, openingFen: opening, entries: [out('a'), out('b')] };
const second: Day = {
  ...{ on: 2, openingFen: afterFirst },
  entries: [
    { reference: 'C-1', amountFen: 500n },
    { reference: 'U-1', direction: 'in', amountFen: 500n },
  ],
};
const third: Day = { on: 3, openingFen: afterFirst, entries: [back('a'), out('c')] };

async function proved(): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const proof of paymentsProofs) {
    const result = await proof.run(db.app, () => undefined);
    broken.push(...result.broken.map(({ row, why }) => `${proof.name} ${row}: ${why.en}`));
  }
  return broken;
}

/** The bank in the books at the end of a day. */
async function bookedUntil(day: number): Promise<bigint> {
  const row = await db.app.row<{ fen: bigint }>(
    `SELECT coalesce(sum(CASE debit WHEN 'bank' THEN amount_fen ELSE -amount_fen END), 0)::bigint AS fen
       FROM posting WHERE 'bank' IN (debit, credit) AND effective_on <= $1`,
    [`2026-07-0${day}`],
  );
  return row?.fen ?? 0n;
}

describe('statements that are handed in in another order than the bank wrote them', () => {
  test('begin the account with whichever comes first, and one that does not lead up to it is refused with what is missing', async () => {
    const order = await send(['ord_cas_a', 'ord_cas_b', 'ord_cas_c']);
    const decide = ({ endToEndId }: { readonly endToEndId: string }) =>
      endToEndId === 'ord-cas-a-1' ? { status: 'ACSC' } : null;
    const answer = must(simulateBank(order, { messageId: 'B1', at: clock.now(), decide }));
    expect(await take(answer)).toEqual(['1 paid']);
    clock.set('2026-07-05T10:00:00+08:00');
    expect(await take(statement(third))).toEqual(['1 returned', '2 paid']);
    expect(moves.at(-1)).toBe('cas_a returned AC04');
    const leadsElsewhere = statement({ ...first, openingFen: opening + 1n });
    expect(await take(leadsElsewhere)).toBe('payments.statement-leads-elsewhere');
    expect(await proved()).toEqual([]);
  });

  test('take the earlier days in afterwards, each line once, and the account begins with the first of them', async () => {
    expect(await take(statement(first))).toEqual(['1 booked', '2 paid']);
    expect(await bankStanding(db.app)).toMatchObject({ statementFen: afterFirst, unstatedFen: 0n });
    expect(await bookedUntil(1)).toBe(afterFirst);
    expect(await bookedUntil(5)).toBe(afterFirst);
    expect(moves.filter((move) => move.startsWith('cas_b'))).toEqual(['cas_b paying', 'cas_b paid']);
    expect(await take(statement(first))).toEqual(['1 unchanged', '2 unchanged']);
    expect(await proved()).toEqual([]);
  });

  test('take in a day between two whose balances meet, but no line of a day that is on record', async () => {
    const both: Day = {
      ...second,
      entries: [
        { reference: 'D-a', bookedOn: plainDate('2026-07-01') },
        { reference: 'R-a', direction: 'in' },
      ],
    };
    expect(await take(statement(both))).toBe('payments.statement-overlaps');
    expect(await take(statement(second))).toEqual(['1 suspense', '2 suspense']);
    expect((await linesInSuspense(db.app, { after: null, limit: 9 })).length).toBe(2);
    const days = (await listStatements(db.app, { before: null, limit: 9 })).map(({ on }) => on);
    expect(days).toEqual(['2026-07-03', '2026-07-02', '2026-07-01']);
    expect(await proved()).toEqual([]);
    expect(await bookedUntil(2)).toBe(afterFirst);
    const closing = afterFirst;
    const oneOfTwoDays: Day = {
      ...{ on: 5, openingFen: closing },
      entries: [
        { reference: 'C-2', bookedOn: plainDate('2026-07-04') },
        { reference: 'U-2', direction: 'in' },
      ],
    };
    expect(await take(statement(oneOfTwoDays))).toEqual(['1 suspense', '2 suspense']);
    expect(await take(statement({ on: 4, openingFen: closing, entries: [] }))).toBe(
      'payments.statement-overlaps',
    );
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, ok, plainDate, shanghaiDate } from '#basics';
import { type Caller, system } from '#business/access/public';
import {
  personalAccountOperations,
  printStatement,
  readAccountHistory,
  readAccountOnDay,
  readKnown,
  readPeriod,
} from '#business/personal-account';
import {
  testApprovedCase,
  testClock,
  testDatabase,
  testOffice,
  testPerson,
  testSettle,
} from '#platform/testing';

const db = await testDatabase();
const on = '2026-06-30';
const context = { clock: testClock('2026-06-30T12:00:00+08:00') };
const clerk: Caller = { ...system, kind: 'officer', id: 'off_clerk', roles: ['clerk'] };
const stranger: Caller = {
  ...system,
  kind: 'insured',
  id: 'usr_1',
  roles: ['insured'],
  personIds: ['psn_x'],
};
const today = shanghaiDate(new Date());

/** Entries as guards write them: what came in, effective and recorded on given days. */
async function inflow(
  number: number,
  { fen, onDay, at }: { fen: number; onDay: string; at: string },
): Promise<void> {
  await db.superuser.rows(
    `SELECT post_credit('psn_a', $1, 1::smallint, 'correction', 'suspense', $2, $3::date, 'inflow', 'adjustment', $1, NULL, $4::timestamptz)`,
    [`adj_${number}`, fen, onDay, at],
  );
}

beforeAll(async () => {
  await testOffice(db);
  await db.migrator.rows(`INSERT INTO interest_rate VALUES ('carried-over', '2015-10-24', 11000, 360)`);
  for (const name of ['a', 'b'])
    await testPerson(db, { owner: `psn_${name}`, balanceFen: 100_000n, balanceOn: '2025-12-31' });
  await db.superuser.rows(
    `UPDATE posting SET recorded_at = '2026-01-02T10:00:00+08:00' WHERE owner_id = 'psn_a'`,
  );
  await inflow(1, { fen: 300, onDay: '2026-02-15', at: '2026-02-15T10:00:00+08:00' });
  // Effective before the one above, recorded after it.
  await inflow(2, { fen: 7000, onDay: '2026-01-20', at: '2026-03-10T10:00:00+08:00' });
  await testApprovedCase(db, { owner: 'psn_b', caseId: 'cas_b', on });
  await testSettle(db, { owner: 'psn_b', caseId: 'cas_b', on });
});

const period = {
  ...{ caller: clerk, owner: 'psn_a', from: plainDate('2026-01-01'), to: plainDate(on) },
  ...{ known: null, after: null, limit: 100 },
};

describe('The statement of an account between two days', () => {
  test('it opens with the balance of the evening before, and tells each entry with the balance after it', async () => {
    expect(await readPeriod(db.app, period)).toMatchObject(
      ok({
        openingFen: 100_000n,
        entries: [
          { effectiveOn: '2026-01-20', changeFen: 7000n, balanceFen: 107_000n, purpose: 'correction' },
          { effectiveOn: '2026-02-15', changeFen: 300n, balanceFen: 107_300n },
        ],
        balanceFen: 107_300n,
        next: null,
      }),
    );
  });

  test('as known then, an entry that was written down later is not in it', async () => {
    const known = new Date('2026-03-01T00:00:00+08:00');
    expect(await readPeriod(db.app, { ...period, known })).toMatchObject(
      ok({
        openingFen: 100_000n,
        entries: [{ changeFen: 300n, balanceFen: 100_300n }],
        balanceFen: 100_300n,
      }),
    );
    const before = new Date('2026-01-01T00:00:00+08:00');
    expect(await readPeriod(db.app, { ...period, known: before })).toMatchObject(
      ok({ openingFen: 0n, entries: [], balanceFen: 0n, interestFen: 0n }),
    );
  });

  test('page by page it is the same statement', async () => {
    const first = await readPeriod(db.app, { ...period, limit: 1 });
    const after = first.ok ? first.value.next : null;
    expect(after).not.toBeNull();
    const second = await readPeriod(db.app, { ...period, limit: 1, after });
    expect(second).toMatchObject(
      ok({ openingFen: 100_000n, entries: [{ changeFen: 300n, balanceFen: 107_300n }], next: null }),
    );
  });

  test('interest to the closing day is what the database would settle, and nothing after the account was emptied', async () => {
    const at = (owner: string, day: string) =>
      readAccountOnDay(db.app, { caller: clerk, owner, on: plainDate(day), known: null });
    const row = await db.app.row<{ due: bigint }>(`SELECT interest_to_date('psn_a', $1) AS due`, [on]);
    expect(await at('psn_a', on)).toMatchObject(ok({ interestFen: row?.due }));
    expect(await at('psn_b', '2026-06-29')).toEqual(ok({ balanceFen: 100_000n, interestFen: 550n }));
    expect(await at('psn_b', on)).toEqual(ok({ balanceFen: 0n, interestFen: 0n }));
  });

  test('on paper it reads in both languages', async () => {
    const read = await readPeriod(db.app, { ...period, to: plainDate('2026-02-28'), known: null });
    const lines = (lang: 'zh' | 'en') => (read.ok ? printStatement(read.value, lang).split('\n') : []);
    expect(lines('zh')).toContain('期初余额  1,000.00 元');
    expect(lines('zh')).toContain('2026-01-20  2026-03-10  更正  +70.00  1,070.00');
    expect(lines('en')).toContain('Closing balance  1,073.00 yuan');
  });

  test('any two days that follow each other join: the one closes with what the other opens with', async () => {
    const days = fc.integer({ min: 0, max: 240 }).map((count) => addDays(plainDate('2025-12-01'), count));
    await fc.assert(
      fc.asyncProperty(days, fc.boolean(), async (day, early) => {
        const known = early ? new Date('2026-03-01T00:00:00+08:00') : null;
        const end = await readAccountOnDay(db.app, { caller: clerk, owner: 'psn_a', on: day, known });
        const next = addDays(day, 1);
        const start = await readPeriod(db.app, { ...period, from: next, to: next, known });
        expect(start.ok && start.value.openingFen).toBe(end.ok && end.value.balanceFen);
      }),
      { numRuns: 15 },
    );
  });

  test('year by year all that moved the account makes the balance that the account has', async () => {
    const asked = { caller: clerk, owner: 'psn_a', on: plainDate(on) };
    const read = await readAccountHistory(db.app, asked);
    const held = await readAccountOnDay(db.app, { ...asked, known: null });
    const balanceFen = held.ok ? held.value.balanceFen : null;
    expect(read).toMatchObject(
      ok({
        years: [
          {
            year: 2026,
            openingFen: 100_000n,
            inFen: 7300n,
            outFen: 0n,
            interestFen: 0n,
            closingFen: balanceFen,
          },
          { year: 2025, openingFen: 0n, closingFen: 100_000n },
        ],
      }),
    );
    expect(read.ok && read.value.points.at(-1)?.balanceFen).toBe(balanceFen);
    expect(await readAccountHistory(db.app, { ...asked, caller: stranger })).toMatchObject({
      refusal: { code: 'personal-account.none' },
    });
  });

  test('nobody sees another’s, and days that are none are refused', async () => {
    const none = { ok: false, refusal: { code: 'personal-account.none' } };
    expect(await readPeriod(db.app, { ...period, caller: stranger })).toEqual(none);
    const wrong = { ok: false, refusal: { code: 'personal-account.days-wrong' } };
    expect(await readPeriod(db.app, { ...period, from: today, to: plainDate('2020-01-01') })).toEqual(wrong);
    expect(readKnown('yesterday')).toEqual(wrong);
    expect(readKnown('2026-06-30')).toEqual(ok(new Date('2026-07-01T00:00:00+08:00')));
  });

  test('over HTTP pages are bound to what was asked', async () => {
    const ask = async (query: object) => {
      const route = personalAccountOperations.find(({ id }) => id === 'readPersonalAccountPeriod');
      if (route?.kind !== 'read') throw new Error('no operation');
      return route.run(db.app, {
        ...{ context, caller: clerk, params: { personId: 'psn_a' } },
        ...{ query: { ...query }, body: undefined },
      });
    };
    const first = await ask({ from: '2026-01-01', limit: 1 });
    expect(first).toMatchObject(ok({ to: '2026-06-30', items: [{ changeFen: '7000' }] }));
    const { next: cursor } = first.ok ? (first.value as { next: string }) : { next: '' }; // the answer's schema
    expect(await ask({ from: '2026-01-01', limit: 1, cursor })).toMatchObject(
      ok({ items: [{ changeFen: '300' }], next: null }),
    );
    expect(await ask({ from: '2026-01-01', known: '2026-02-20', cursor })).toMatchObject({ ok: false });
  });
});

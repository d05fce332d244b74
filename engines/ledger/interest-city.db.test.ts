import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, type PlainDate, plainDate } from '#basics';
import {
  type DatedRate,
  executeRun,
  ledgerProofs,
  previewRates,
  proposeRates,
  ratesText,
  readInterestEntries,
  readInterestRates,
  readRuns,
  syncInterestRates,
} from '#engines/ledger';
import { inTransaction } from '#platform/postgres';
import { testClock, testDatabase, testOffice } from '#platform/testing';
import { testAccount, testApprove, testEnter, testRun } from './interest.testing.store.ts';
import { slowYears } from './slow-years.testing.ts';

/**
 * A random city: entries for any day of three years in any order, years credited, taken back and credited again, rates changed
 * for days gone by, all mixed. Whatever the order, every account ends as the slow recomputation from its entries says.
 */
const db = await testDatabase();
const clock = testClock('2026-01-05T09:00:00+08:00');
const first = plainDate('2023-01-01');
const people = 5;
const names = { city: 0, next: 0 };

const opening: readonly DatedRate[] = [
  { bucket: 'carried-over', fromOn: plainDate('2015-10-24'), ratePpm: 11_000n, dayCount: 360 },
  { bucket: 'inflow', fromOn: plainDate('2012-07-06'), ratePpm: 3_500n, dayCount: 360 },
];

beforeAll(async () => {
  await testOffice(db);
  await syncInterestRates(db.migrator, opening);
});

type Event =
  | {
      readonly what: 'entry';
      readonly person: number;
      readonly kind: 'inflow' | 'spending' | 'carried-over';
      readonly amount: bigint;
      readonly day: number;
    }
  | { readonly what: 'credit' }
  | { readonly what: 'take-back' }
  | {
      readonly what: 'rates';
      readonly bucket: 'carried-over' | 'inflow';
      readonly ppm: number;
      readonly day: number;
      readonly count: 360 | 365;
    };

const event: fc.Arbitrary<Event> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc.record({
      what: fc.constant('entry' as const),
      person: fc.nat(people - 1),
      kind: fc.constantFrom(
        'inflow' as const,
        'inflow' as const,
        'carried-over' as const,
        'spending' as const,
      ),
      amount: fc.bigInt(1n, 5_000_000n),
      day: fc.nat(1_300),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ what: 'credit' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'take-back' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('rates' as const),
      bucket: fc.constantFrom('carried-over' as const, 'inflow' as const),
      ppm: fc.nat(60_000),
      day: fc.nat(1_200),
      count: fc.constantFrom(360 as const, 365 as const),
    }),
  },
);

test('in whatever order entries, runs, reversals and changes of rates come, every year is what the days add up to, and every proof holds', async () => {
  const seen = { credited: 0, takenBack: 0, rates: 0, late: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 25, maxLength: 60 }), async (events) => {
      await anew();
      for (const one of events) await happen(one, seen);
      await compare();
    }),
    {
      // Making a failing city smaller may take its time, but not all of it.
      ...(process.env.SOAK_CITIES ? {} : { interruptAfterTimeLimit: 60_000 }),
      numRuns: Number(process.env.SOAK_CITIES ?? '8'),
      seed: Number(process.env.SOAK_SEED ?? '20261123'),
    },
  );
  for (const [what, times] of Object.entries(seen)) expect(times, what).toBeGreaterThan(0);
}, 600_000);

/** An agency on its first day; what was there before is gone. */
async function anew(): Promise<void> {
  await db.superuser.rows(
    `TRUNCATE personal_account, posting, authority, credit_cause, interest_difference, interest_laggard, interest_run, interest_run_decision,
       interest_run_progress, interest_rate CASCADE`,
  );
  await db.superuser.rows('UPDATE closed_years SET last_year = 0');
  await syncInterestRates(db.migrator, opening);
  names.city += 1;
  for (let person = 0; person < people; person += 1) await testAccount(db, ownerOf(person));
}

function ownerOf(person: number): string {
  return `psn_${names.city}_${person}`;
}

async function happen(one: Event, seen: Record<string, number>): Promise<void> {
  const count = (what: string) => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  names.next += 1;
  if (one.what === 'entry') {
    const on = addDays(first, one.day);
    const entry = {
      owner: ownerOf(one.person),
      journal: `j${names.next}`,
      kind: one.kind,
      // Smaller than what comes in, so that most of it is there to be spent.
      amountFen: one.kind === 'spending' ? 1n + one.amount / 8n : one.amount,
      on,
    };
    const before = await differences();
    await testEnter(db, entry).catch((error: Error) => {
      if (!/ledger\.(year-closed|not-enough)/.test(error.message)) throw error;
    });
    if ((await differences()) > before) count('late');
    return;
  }
  const { closed, standing } = await yearsClosed();
  if (one.what === 'credit' && closed < 2025) {
    await testRun(db, { id: `int_${names.next}`, year: closed === 0 ? 2023 : closed + 1 }, 2);
    count('credited');
  }
  if (one.what === 'take-back' && standing !== null) {
    await testRun(db, { id: `int_${names.next}`, year: closed, kind: 'reversal', reversesId: standing }, 2);
    count('takenBack');
  }
  if (one.what === 'rates') {
    await changeRate({
      bucket: one.bucket,
      fromOn: addDays(first, one.day),
      ratePpm: BigInt(one.ppm),
      dayCount: one.count,
    });
    count('rates');
  }
}

async function differences(): Promise<bigint> {
  return (await db.app.row<{ n: bigint }>('SELECT count(*) AS n FROM interest_difference'))?.n ?? 0n;
}

async function yearsClosed(): Promise<{ readonly closed: number; readonly standing: string | null }> {
  const closed =
    (await db.app.row<{ year: number }>('SELECT last_year AS year FROM closed_years'))?.year ?? 0;
  const runs = await readRuns(db.app, { before: null, limit: 100 });
  const run = runs.find(
    ({ kind, year, reversedBy }) => kind === 'credit' && year === closed && reversedBy === null,
  );
  return { closed, standing: run?.id ?? null };
}

async function changeRate(rate: DatedRate): Promise<void> {
  const there = await readInterestRates(db.app);
  const rates = [
    ...there.filter((other) => other.bucket !== rate.bucket || other.fromOn !== rate.fromOn),
    rate,
  ];
  if (ratesText(rates) === ratesText(there)) return;
  const id = `int_r${names.next}`;
  const { totals, picture } = await previewRates(db.app, { rates });
  const newRates = ratesText(rates);
  const proposal = {
    token: 'token-finance',
    id,
    year: Number(rate.fromOn.slice(0, 4)),
    newRates,
    totals,
    picture,
    at: clock.now(),
  };
  const proposed = await inTransaction(db.app, (tx) => proposeRates(tx, proposal));
  if (!proposed.ok) throw new Error(proposed.refusal.code);
  await testApprove(db, { id, digest: proposed.value });
  const done = await executeRun(db.app, { id, clock, slice: 2 });
  // What the preview had said of the differences is what they came to.
  expect(done).toMatchObject({
    ok: true,
    value: { interestFen: totals.interestFen, negativeFen: totals.negativeFen, bearing: totals.bearing },
  });
}

async function compare(): Promise<void> {
  const rates = await readInterestRates(db.app);
  const accounts = await db.app.rows<{ owner: string; open: number }>(
    'SELECT owner_id AS owner, open_year AS open FROM personal_account WHERE open_year IS NOT NULL',
  );
  for (const { owner, open } of accounts) {
    const entries = await readInterestEntries(db.app, owner);
    const posted = new Map<number, bigint>();
    for (const { bucket, effectiveOn, changeFen, elsewhereFen } of entries)
      if (bucket === null) {
        const year = Number(effectiveOn.slice(0, 4));
        posted.set(year, (posted.get(year) ?? 0n) + changeFen + elsewhereFen);
      }
    for (const [year, due] of slowYears(entries, { rates, until: '2026-01-01' as PlainDate }))
      expect([owner, year, posted.get(year) ?? 0n]).toEqual([owner, year, year < open ? due : 0n]);
  }
  for (const proof of ledgerProofs) {
    if (/cause|authorit|imports|ground|fund-days/.test(proof.name)) continue; // the city's entries have no papers behind them
    expect((await proof.run(db.app, () => undefined)).broken, proof.name).toEqual([]);
  }
}

import { expect, it } from 'vitest';
import type { YearMonth } from '#basics';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';
import { makeSeal } from '#platform/seal';
import { testClock, testDatabase, testRandom } from '#platform/testing';
import { keepMonths } from './kept-months.ts';
import { logOneTransfer } from './transfer-times.testing.store.ts';
import { type TransferTimesAsked, transferTimes } from './transfer-times.ts';

const db = await testDatabase();
const clock = testClock('2026-07-20T10:00:00+08:00');
const { deadline: add, workingDaysBetween: between } = workingCalendar(holidays);
const seal = makeSeal({ keys: [new Uint8Array(32)], random: testRandom(1) });
const fresh = () => ({ clock, seal, transferMonths: keepMonths({ add, between }) });

const whole: TransferTimesAsked = { from: null, to: null, partner: null };
const ask = (asked: Partial<TransferTimesAsked> = {}, context = fresh()) =>
  transferTimes(db.app, { context, ...whole, ...asked });
const month = (text: string) => text as YearMonth;

it('tells the public of an agency with five transfers and of all together, and says that others were too few', async () => {
  await log('510100', [5, 6, 7, 8, 9, 10, 11]);
  await log('110000', [90, 90, 90, 90]);
  const told = await ask();
  expect(told).toMatchObject({
    ok: true,
    value: { from: '2025-08', to: '2026-07', until: '2026-07-20', leastShown: 5, fewLeftOut: true },
  });
  if (!told.ok) throw new Error(told.refusal.code);
  const lines = told.value.items.map(({ partner, direction, leg, outcome, transfers, median, ninetieth }) =>
    [partner?.region ?? 'all', direction, leg, outcome, transfers, median.calendar, ninetieth?.calendar].join(
      ' ',
    ),
  );
  expect(lines).toEqual([
    'all out record moved 10 10 90',
    'all out balance credited 10 3 5',
    '510100 out record moved 5 8 ',
    '510100 out balance credited 5 3 ',
  ]);
  expect(told.value.items.at(-1)?.causes).toMatchObject([
    { cause: 'finance', median: { calendar: 1 } },
    { cause: 'bank', median: { calendar: 1 } },
    { cause: 'partner', median: { calendar: 1 } },
  ]);
  expect(JSON.stringify(told.value)).not.toMatch(/psn_|cas_|trf_|SZ-/);
});

it('counts a leg in the month in which it ended, and an agency alone where it is asked for', async () => {
  expect(await ask({ from: month('2026-07') })).toMatchObject({ value: { items: [] } });
  expect(await ask({ from: month('2026-06'), to: month('2026-06'), partner: '510100' })).toMatchObject({
    value: { fewLeftOut: false, items: [{ partner: { region: '510100' } }, {}] },
  });
  expect(await ask({ partner: '110000' })).toMatchObject({ value: { fewLeftOut: true, items: [] } });
});

it('counts the days in which a letter to an agency on paper lay here as this desk’s', async () => {
  await log('330100', [10, 10, 10, 10, 10], { postedAfter: 4 });
  const told = await ask({ partner: '330100' });
  const [record] = told.ok ? told.value.items : [];
  expect(record?.causes.map(({ cause, median }) => [cause, median.calendar])).toEqual([
    ['agency', 4],
    ['partner', 6],
  ]);
});

it('refuses a period that ends before it begins, and one of more than five years', async () => {
  const refusal = { code: 'transfer.bad-period' };
  expect(await ask({ from: month('2026-07'), to: month('2026-06') })).toMatchObject({ refusal });
  expect(await ask({ from: month('2021-07'), to: month('2026-07') })).toMatchObject({ refusal });
  expect(await ask({ from: month('2021-08'), to: month('2026-07') })).toMatchObject({ ok: true });
});

it('reads a month that is over once, and the others again after a minute', async () => {
  const context = fresh();
  const transfers = async (of: string) => {
    const told = await ask({ from: month(of), to: month(of), partner: '510100' }, context);
    return told.ok ? told.value.items.map((item) => item.transfers) : told.refusal;
  };
  expect([await transfers('2026-06'), await transfers('2026-07')]).toEqual([[5, 5], []]);
  await log('510100', [1, 2, 3, 4, 5], { acceptedOn: '2026-06-20' });
  await log('510100', [1, 2, 3, 4, 5], { acceptedOn: '2026-07-10' });
  expect([await transfers('2026-06'), await transfers('2026-07')]).toEqual([[5, 5], []]);
  clock.advance({ minutes: 2 });
  expect([await transfers('2026-06'), await transfers('2026-07')]).toEqual([
    [5, 5],
    [5, 5],
  ]);
});

interface Logged {
  readonly acceptedOn?: string;
  readonly postedAfter?: number;
}

async function log(
  partner: string,
  waited: readonly number[],
  { acceptedOn = '2026-06-10', postedAfter }: Logged = {},
): Promise<void> {
  for (const [place, waitedDays] of waited.entries())
    await logOneTransfer(db.superuser, {
      ...{
        name: `${partner}_${acceptedOn.slice(5, 7)}${acceptedOn.slice(8)}_${place}`,
        partner,
        waitedDays,
        acceptedOn,
        postedAfter,
      },
    });
}

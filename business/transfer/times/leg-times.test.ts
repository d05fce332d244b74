import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { holidays } from '#law';
import { workingCalendar } from '#platform/calendar';
import { countDays, type EndedLeg, endedLegs, type LoggedTransfer } from './leg-times.ts';
import { addMonths, countMonth } from './months-counted.ts';
import { countOf, percentile, spreadOf } from './spread.ts';
import { ninetiethOf } from './transfer-times.ts';
import { causes } from './words.ts';

const { deadline: add, workingDaysBetween: between } = workingCalendar(holidays);
const count = countDays({ add, between });

/** What happened on which day, as `action state`. */
function logged(direction: 'out' | 'in', days: readonly (readonly [string, string])[]): LoggedTransfer {
  const steps = days.map(([on, said]) => {
    const [action = '', toState = ''] = said.split(' ');
    return { action, toState, on: plainDate(on) };
  });
  return { direction, partner: '510100', steps, lying: [] };
}

function told(legs: readonly EndedLeg[]) {
  return legs.map(({ leg, outcome, endedOn, days }) => ({
    ...{ leg, outcome, endedOn },
    ...Object.fromEntries(
      causes
        .filter((cause) => days[cause].calendar > 0)
        .map((cause) => [cause, `${days[cause].working}/${days[cause].calendar}`]),
    ),
  }));
}

it('says of a balance that arrived how long the desk, finance, the bank and the other agency each had it', () => {
  const transfer = logged('out', [
    ['2026-06-01', 'open draft'],
    ['2026-06-01', 'submit awaiting-letter'],
    ['2026-06-08', 'accept accepted'],
    ['2026-06-09', 'settle remitting'],
    ['2026-06-11', 'send-to-bank with-bank'],
    ['2026-06-12', 'confirm-paid remitted'],
    ['2026-06-15', 'confirm-credited completed'],
  ]);
  expect(told(endedLegs(transfer, count))).toEqual([
    { leg: 'record', outcome: 'moved', endedOn: '2026-06-08', partner: '5/7' },
    {
      ...{ leg: 'balance', outcome: 'credited', endedOn: '2026-06-15' },
      ...{ agency: '1/1', finance: '2/2', bank: '1/1', partner: '1/3' },
    },
  ]);
});

it('counts the days in which our letter lay here to be posted as the desk’s, each once, and the others as the other agency’s', () => {
  const transfer = logged('out', [
    ['2026-06-01', 'submit awaiting-letter'],
    ['2026-06-22', 'remind awaiting-letter'],
    ['2026-06-29', 'accept accepted'],
    ['2026-06-30', 'nothing-to-remit completed'],
  ]);
  const lay = (from: string, until: string | null) => ({
    from: plainDate(from),
    until: until === null ? null : plainDate(until),
  });
  const times = (...lying: ReturnType<typeof lay>[]) => told(endedLegs({ ...transfer, lying }, count))[0];
  expect(times()).toMatchObject({ partner: '19/28' });
  // The certificate for three days, a reminder from the day on which it was written until the answer came all the same.
  expect(times(lay('2026-06-01', '2026-06-04'), lay('2026-06-22', null))).toMatchObject({
    ...{ agency: '8/10', partner: '11/18' },
  });
  expect(times(lay('2026-06-01', '2026-06-04'), lay('2026-06-02', '2026-06-03'))).toMatchObject({
    ...{ agency: '3/3', partner: '16/25' },
  });
});

it('counts a balance that another agency never named an account for as not taken, with the days that it was waited for', () => {
  const transfer = logged('out', [
    ['2026-06-01', 'letter-opens awaiting-letter'],
    ['2026-06-01', 'accept accepted'],
    ['2026-06-01', 'await-account awaiting-account'],
    ['2026-06-22', 'remind awaiting-account'],
    ['2026-07-07', 'account-never-came no-account'],
  ]);
  expect(told(endedLegs(transfer, count)).at(1)).toEqual({
    ...{ leg: 'balance', outcome: 'refused', endedOn: '2026-07-07', partner: '25/36' },
  });
});

it('tells nothing of how long a transfer takes from one that was taken back, nor of a balance where there was none', () => {
  const cancelled = [
    ['2026-06-01', 'submit awaiting-letter'],
    ['2026-06-05', 'cancel cancelled'],
  ] as const;
  expect(endedLegs(logged('out', cancelled), count)).toEqual([]);
  const onlyMonths = [
    ['2026-06-01', 'submit awaiting-sheet'],
    ['2026-06-05', 'receive-sheet in-check'],
    ['2026-06-05', 'record-only completed'],
  ] as const;
  expect(told(endedLegs(logged('in', onlyMonths), count))).toEqual([
    { leg: 'record', outcome: 'moved', endedOn: '2026-06-05', partner: '4/4' },
  ]);
  const declined = logged('in', [...onlyMonths.slice(0, 1), ['2026-06-04', 'declined-there declined']]);
  expect(told(endedLegs(declined, count))).toMatchObject([{ leg: 'record', outcome: 'declined' }]);
});

it('tells of a record that moved after a decline with its balance, and not that money is credited which nobody confirmed', () => {
  const transfer = logged('out', [
    ['2026-06-01', 'letter-opens awaiting-letter'],
    ['2026-06-01', 'decline declined'],
    ['2026-06-08', 'letter-again awaiting-letter'],
    ['2026-06-08', 'accept accepted'],
    ['2026-06-08', 'settle remitting'],
    ['2026-06-08', 'send-to-bank with-bank'],
    ['2026-06-09', 'confirm-paid remitted'],
    ['2026-06-30', 'close-unconfirmed completed'],
  ]);
  expect(told(endedLegs(transfer, count))).toMatchObject([
    { leg: 'record', outcome: 'moved', endedOn: '2026-06-08' },
    { leg: 'balance', outcome: 'unconfirmed', endedOn: '2026-06-30' },
  ]);
});

it('who waited longest of fewer than ten is not told, and of ten or more only whole fives of days are', () => {
  const waits = fc.array(fc.nat(400), { minLength: 5, maxLength: 60 });
  fc.assert(
    fc.property(waits, (days) => {
      const spread = spreadOf(days);
      const told = ninetiethOf({ working: spread, calendar: spread });
      if (days.length < 10) return told === null;
      const within = days.filter((day) => day <= (told?.calendar ?? -1)).length;
      return told !== null && told.calendar % 5 === 0 && within * 10 >= days.length * 9;
    }),
  );
});

it('a percentile is a number of days that came, within which at least so many in a hundred were through', () => {
  const values = fc.array(fc.nat(400), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(values, fc.integer({ min: 1, max: 100 }), (days, hundredth) => {
      const found = percentile(spreadOf(days), hundredth);
      const within = days.filter((each) => each <= found).length;
      const below = days.filter((each) => each < found).length;
      expect(days).toContain(found);
      expect(within * 100).toBeGreaterThanOrEqual(hundredth * days.length);
      expect(below * 100).toBeLessThan(hundredth * days.length);
    }),
  );
});

it('months that are counted one by one add up to what they are together', () => {
  const leg = (partner: string, working: number): EndedLeg => ({
    ...{ direction: 'out', partner, leg: 'record', outcome: 'moved', endedOn: plainDate('2026-06-01') },
    days: {
      ...{ applicant: { working: 0, calendar: 0 }, agency: { working: 0, calendar: 0 } },
      ...{ finance: { working: 0, calendar: 0 }, bank: { working: 0, calendar: 0 } },
      partner: { working, calendar: working + 2 },
    },
  });
  const month = fc.array(fc.tuple(fc.constantFrom('510100', '110000'), fc.nat(30)), { maxLength: 20 });
  fc.assert(
    fc.property(month, month, (first, second) => {
      const [a, b] = [first, second].map((legs) => legs.map(([partner, days]) => leg(partner, days)));
      if (!a || !b) throw new Error('there are two');
      const apart = addMonths([countMonth(a), countMonth(b)], ({ partner }) => partner);
      expect(apart).toEqual(addMonths([countMonth([...a, ...b])], ({ partner }) => partner));
      const all = [...addMonths([countMonth(a), countMonth(b)], () => null).values()];
      expect(all.reduce((sum, { total }) => sum + countOf(total.calendar), 0)).toBe(a.length + b.length);
    }),
  );
});

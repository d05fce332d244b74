import { expect, test } from 'vitest';
import { plainDate, yearMonth } from '#basics';
import type { GroupTimes, TransferTimes } from '#business/transfer/public';
import { shownTimes } from './shown-times.ts';

const days = (working: number) => ({ working, calendar: working + 2 });
function group(told: Partial<GroupTimes>): GroupTimes {
  return {
    ...{ direction: 'out', leg: 'record', outcome: 'moved', partner: null, transfers: 10 },
    ...{ median: days(6), ninetieth: days(15), causes: [], ...told },
  };
}
function times(...items: readonly GroupTimes[]): TransferTimes {
  const until = plainDate('2026-07-20');
  return {
    from: yearMonth('2025-08'),
    to: yearMonth('2026-07'),
    until,
    leastShown: 5,
    fewLeftOut: false,
    items,
  };
}

test('the picture of transfer times has a row for each place, and says apart what did not go through', () => {
  const chengdu = { region: '510100', name: { zh: '成都市', en: 'Chengdu' } };
  const shown = shownTimes(
    times(
      group({}),
      group({ partner: chengdu, ninetieth: null, median: days(22) }),
      group({ outcome: 'declined' }),
      group({ direction: 'in', leg: 'balance', outcome: 'credited' }),
    ),
  );
  expect(shown.map(({ direction, leg, longest }) => [direction, leg, longest])).toEqual([
    ['out', 'record', 22],
    ['in', 'balance', 15],
  ]);
  expect(shown[0]?.rows.map(({ name }) => name.en)).toEqual(['All places together', 'Chengdu']);
  expect(shown[0]?.others.map(({ outcome }) => outcome)).toEqual(['declined']);
});

test('where every group is too small to be told, there is no picture', () => {
  expect(shownTimes(times())).toEqual([]);
});

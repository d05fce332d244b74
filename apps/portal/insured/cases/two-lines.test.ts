import { expect, it } from 'vitest';
import { type Milestone, stationsOf } from './two-lines.ts';

const text = { zh: '一步', en: 'a step' };

function milestone(record: string | null, balance: string | null): Milestone {
  const reached = (stage: string | null) => (stage === null ? null : { stage, text });
  return { on: '2026-11-03', name: text, record: reached(record), balance: reached(balance) };
}

it('record and balance set out together, and each line runs to its own last station', () => {
  const stations = stationsOf(
    [
      milestone('awaiting-letter', null),
      milestone('moved', 'held'),
      milestone(null, 'remitted'),
      milestone(null, 'credited'),
    ],
    { over: true, toPerson: false },
  );
  expect(stations.map(({ lines, record, balance, end }) => [lines, record, balance, end])).toEqual([
    ['both', 'line', 'line', null],
    ['both', 'none', 'line', null],
    ['balance', 'none', 'line', null],
    ['balance', 'none', 'none', 'well'],
  ]);
});

it('where a case of its own pays a refused balance out, the dots lead on after the transfer is over', () => {
  const milestones = [
    milestone('awaiting-letter', null),
    milestone('moved', 'held'),
    milestone(null, 'refused'),
  ];
  expect(stationsOf(milestones, { over: true, toPerson: true }).at(-1)).toMatchObject({
    balance: 'dots',
    end: 'not',
  });
  const before = stationsOf(milestones, { over: true, toPerson: false });
  expect(before.at(-1)).toMatchObject({ balance: 'none', end: 'not' });
  expect(before[1]).toMatchObject({ lines: 'both', recordEnds: true, record: 'none', balance: 'line' });
});

it('a balance that was refused goes on in dots towards the person, and a record that is asked for again runs on', () => {
  const refused = stationsOf(
    [milestone('awaiting-sheet', null), milestone('moved', 'held'), milestone(null, 'refused')],
    { over: false, toPerson: false },
  );
  expect(refused.at(-1)).toMatchObject({ lines: 'balance', record: 'none', balance: 'dots', end: 'not' });
  const again = stationsOf([milestone('in-check', null), milestone('awaiting-sheet', null)], {
    over: false,
    toPerson: false,
  });
  expect(again.map(({ record }) => record)).toEqual(['line', 'line']);
});

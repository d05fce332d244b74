import { expect, test } from 'vitest';
import { balanceTexts, legsOut } from '../legs.ts';
import { goesWithMonthsOnly, leftWithNothing, legsTold } from './months-only.ts';

const at = new Date('2026-11-20T02:00:00Z');
const submitted = [{ action: 'submit', at }];
const accepted = (onLetter: object | null) => [...submitted, { action: 'accept', at, data: { onLetter } }];

test('whether the balance goes along is told by the directory until the contact letter is here, which counts', () => {
  expect(goesWithMonthsOnly({ done: submitted, takesBalances: false })).toBe(true);
  expect(goesWithMonthsOnly({ done: submitted, takesBalances: true })).toBe(false);
  const notTaken = accepted({ balance: 'not-taken', answerBy: '2026-12-18' });
  expect(goesWithMonthsOnly({ done: notTaken, takesBalances: true })).toBe(true);
  expect(goesWithMonthsOnly({ done: accepted(null), takesBalances: false })).toBe(false);
  const again = [...notTaken, { action: 'letter-withdrawn', at }];
  expect(goesWithMonthsOnly({ done: again, takesBalances: true })).toBe(false);
});

const some = { monthsOnly: true, nothingThere: false, nothingThen: false };

test('of a city that takes the months only nobody reads that the balance follows, and everybody what becomes of it', () => {
  const before = legsTold(legsOut(submitted), some);
  expect(before.balance.text.zh).toContain('付给本人');
  expect(before.record).toEqual(legsOut(submitted).record);
  const done = [...accepted({ balance: 'not-taken' }), { action: 'await-account', at }];
  expect(legsTold(legsOut(done), some).balance.text.en).toContain('can be paid out');
  const refused = legsOut([...done, { action: 'refuse-balance', at }]);
  expect(legsTold(refused, some)).toEqual(refused);
});

test('who has nothing in the account reads of none while the letter is waited for, wherever they go, and not that it follows or is paid out', () => {
  for (const monthsOnly of [true, false]) {
    const nothing = { monthsOnly, nothingThere: true, nothingThen: true };
    const { balance, record } = legsTold(legsOut(submitted), nothing);
    expect(balance).toMatchObject({ stage: 'none', text: balanceTexts.none });
    expect(record).toEqual(legsOut(submitted).record);
    // What became of it later is told as it was.
    const kept = legsOut([...accepted({ balance: 'not-taken' }), { action: 'refuse-balance', at }]);
    expect(legsTold(kept, nothing)).toEqual(kept);
  }
});

test('a transfer that was cancelled tells of no balance where there was none to go and is none now, and of one where there was', () => {
  const cancelled = (nothingThere: boolean) => {
    const done = [
      { action: 'submit', at, data: { nothingThere } },
      { action: 'cancel', at },
    ];
    const told = { monthsOnly: false, nothingThere: true, nothingThen: leftWithNothing(done) };
    return legsTold(legsOut(done), told).balance.stage;
  };
  expect(cancelled(true)).toBe('none');
  // Paid out since, it was there all the same.
  expect(cancelled(false)).toBe('nothing-goes');
});

test('of a city that takes the balance who has one reads that it follows the record', () => {
  const takes = { monthsOnly: false, nothingThere: false, nothingThen: false };
  expect(legsTold(legsOut(submitted), takes)).toEqual(legsOut(submitted));
});

import { expect, test } from 'vitest';
import { balanceTexts, legsOut } from '../legs.ts';
import { goesWithMonthsOnly, withMonthsOnly } from './months-only.ts';

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

const some = { nothingThere: false };

test('of a city that takes the months only nobody reads that the balance follows, and everybody what becomes of it', () => {
  const before = withMonthsOnly(legsOut(submitted), some);
  expect(before.balance.text.zh).toContain('付给本人');
  expect(before.record).toEqual(legsOut(submitted).record);
  const done = [...accepted({ balance: 'not-taken' }), { action: 'await-account', at }];
  expect(withMonthsOnly(legsOut(done), some).balance.text.en).toContain('can be paid out');
  const refused = legsOut([...done, { action: 'refuse-balance', at }]);
  expect(withMonthsOnly(refused, some)).toEqual(refused);
});

test('of a city that takes the months only, who has nothing in the account reads of none, and not that it is paid out', () => {
  const nothing = { nothingThere: true };
  const { balance, record } = withMonthsOnly(legsOut(submitted), nothing);
  expect(balance).toMatchObject({ stage: 'none', text: balanceTexts.none });
  expect(record).toEqual(legsOut(submitted).record);
  // What became of it later is told as it was.
  const kept = legsOut([...accepted({ balance: 'not-taken' }), { action: 'refuse-balance', at }]);
  expect(withMonthsOnly(kept, nothing)).toEqual(kept);
});

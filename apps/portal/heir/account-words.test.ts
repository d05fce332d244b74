import { expect, test } from 'vitest';
import { accountFor, isPaidAtOnce, namedOnceHere, nameItHere } from './account-words.ts';

const share = { cameBack: false, held: false, ofChild: false };

test('of a share that is kept back nobody reads that it is paid at once, whatever the bank did before', () => {
  for (const cameBack of [true, false])
    expect(accountFor({ ...share, held: true, cameBack }).en).toMatch(/kept back; once that is settled/);
  expect(isPaidAtOnce([{ standing: 'held', result: null }])).toBe(false);
  expect(
    isPaidAtOnce([
      { standing: 'held', result: null },
      { standing: 'open', result: 'paid' },
    ]),
  ).toBe(false);
  expect(
    isPaidAtOnce([
      { standing: 'held', result: null },
      { standing: 'open', result: 'returned' },
    ]),
  ).toBe(true);
});

test('why an account is asked for is said of the heir’s own share, and of the child’s to a guardian', () => {
  expect(accountFor({ ...share, cameBack: true }).zh).toBe('银行退回了付款，请换一个账户');
  expect(accountFor(share).en).toBe('Your share is paid there directly');
  expect(accountFor({ ...share, ofChild: true }).en).toBe('The child’s share is paid there directly');
  expect([nameItHere('above').en, nameItHere('below').en]).toEqual([
    'Name an account above; the share is then paid there.',
    'Name an account below; the share is then paid there.',
  ]);
});

test('whoever names the account of a share that is kept back reads that a later correction is made at a window', () => {
  const [held, open] = [
    { standing: 'held', result: null },
    { standing: 'open', result: null },
  ];
  expect(namedOnceHere(true, [held])?.en).toMatch(/A later correction is made at a window/);
  expect(namedOnceHere(true, [held])?.zh).toContain('请带身份证件到窗口更正');
  // Paid at once, it is read over as that; and until the decision it is changed as often as anybody likes.
  expect(namedOnceHere(true, [held, open])).toBeNull();
  expect(namedOnceHere(false, [])).toBeNull();
});

import { expect, test } from 'vitest';
import { heirsWords } from './heirs-words.ts';

const share = { successorId: 'suc_a', amountFen: '505088' };
const text = (en: string) => ({ zh: en, en });
const division = {
  divisionId: 'div_1',
  orderId: 'ord_1',
  basis: 'court',
  basisName: text('as a court decided'),
};
const view = {
  ...{ heirs: [], division: null, waiting: [], shares: [], problems: [], asker: null, seenOn: null },
  remainder: text('to the fen'),
};
const frame = { lang: 'en' } as const;

test('a share that is kept back is listed with the order by which it is divided anew, and the division with who decides', () => {
  const payment = {
    orderId: 'ord_1',
    amountFen: '505088',
    standing: 'held',
    result: null,
    paidOn: null,
    where: text('kept'),
  } as const;
  const shares = [{ ...share, state: 'held', payment }];
  const waiting = [{ ...division, makerId: 'off_1', shares: [{ successorId: 'suc_a', share: '2/3' }] }];
  const told = heirsWords(frame, { ...view, shares, waiting }, 'SZ-1');
  expect(told).toContain('suc_a  5,050.88  kept  ord_1');
  expect(told).toContain(
    '(as a court decided): suc_a=2/3. A reviewer runs: suixing case heirs approve SZ-1 div_1',
  );
});

test('what should be compared in an heir’s account stands below the heir', () => {
  const heir = {
    ...{
      successorId: 'suc_a',
      name: '周强',
      nameLatin: null,
      relation: 'child',
      relationName: text('child'),
    },
    ...{ basis: 'legal', represents: null, predeceasedOn: null, minor: false, guardianName: null },
    ...{
      word: null,
      wordName: null,
      channel: null,
      yours: false,
      named: false,
      mayStrike: false,
      agreement: 'not-needed' as const,
      mayWaive: false,
      mayNameAccount: false,
      saidOn: null,
    },
    ...{ reason: null, linkUntil: null, bornOn: null },
    account: {
      ...{ name: '周强', bankName: 'a bank', accountTail: '5678' },
      doubts: [{ id: 'card-check-digit', text: text('compare it with the card') }],
    },
  };
  expect(heirsWords(frame, { ...view, heirs: [heir] }, 'SZ-1')).toBe(
    'suc_a  周强  child  -  -  a bank …5678\n  ! compare it with the card\nto the fen',
  );
});

test('before the settlement a share is told in words, not by its code', () => {
  const of = (state: string) =>
    heirsWords(frame, { ...view, shares: [{ ...share, state, payment: null }] }, 'SZ-1');
  expect(of('held')).toContain('disputed: kept back after the settlement');
  expect(of('payable')).toContain('paid after the settlement');
});

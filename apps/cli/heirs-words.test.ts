import { expect, test } from 'vitest';
import { plainDate } from '#basics';
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
  ...{
    heirs: [],
    division: null,
    waiting: [],
    shares: [],
    problems: [],
    asker: null,
    seenOn: null,
    relationSeenOn: null,
  },
  remainder: text('to the fen'),
};
const frame = { lang: 'en' } as const;
const plain = {
  ...{
    successorId: 'suc_a',
    name: '周强',
    nameLatin: null,
    relation: 'child',
    relationName: text('child'),
  },
  ...{
    basis: 'legal',
    represents: null,
    predeceasedOn: null,
    minor: false,
    namesWhole: true,
    guardianName: null,
  },
  ...{
    word: null,
    wordName: null,
    channel: null,
    yours: false,
    named: false,
    mayStrike: false,
    yourWard: false,
    agreement: 'not-needed' as const,
    mayWaive: false,
    mayChangeAccount: true,
    mayNameAccount: false,
    saidOn: null,
  },
  ...{ reason: null, objections: [], linkUntil: null, bornOn: null },
  account: {
    ...{ name: '周强', bankName: 'a bank', accountTail: '5678', namedBy: 'window' as const },
    doubts: [{ id: 'card-check-digit', text: text('compare it with the card') }],
  },
};

test('a share that is kept back is listed with the order by which it is divided anew, and the division with who decides', () => {
  const payment = {
    orderId: 'ord_1',
    amountFen: '505088',
    standing: 'held',
    result: null,
    paidOn: null,
    where: text('kept'),
    accountWanted: false,
  } as const;
  const shares = [{ ...share, state: 'held', payment }];
  const waiting = [{ ...division, makerId: 'off_1', shares: [{ successorId: 'suc_a', share: '2/3' }] }];
  const told = heirsWords(frame, { ...view, shares, waiting }, 'SZ-1');
  expect(told).toContain('suc_a  5,050.88  kept  ord_1');
  expect(told).toContain(
    '(as a court decided): suc_a=2/3. A reviewer runs: suixing case heirs approve SZ-1 div_1',
  );
});

test('of a minor heir the guardian stands beside the name, and each objection with its day below', () => {
  const minor = { ...plain, minor: true, guardianName: '钱芳' };
  expect(heirsWords(frame, { ...view, heirs: [minor] }, 'SZ-1')).toContain(
    'suc_a  周强  child  a minor  guardian 钱芳  -',
  );
  const alone = heirsWords({ lang: 'zh' }, { ...view, heirs: [{ ...minor, guardianName: null }] }, 'SZ-1');
  expect(alone).toContain('未成年  没有登记监护人');
  const objections = [
    { on: plainDate('2026-06-01'), reason: 'there is a will', disputes: ['suc_a'] },
    { on: plainDate('2026-06-03'), reason: null, disputes: ['suc_b'] },
  ];
  const told = heirsWords(frame, { ...view, heirs: [{ ...plain, word: 'object', objections }] }, 'SZ-1');
  expect(told).toContain('2026-06-01 objected (suc_a): there is a will\n');
  expect(told).toContain('2026-06-03 objected (suc_b): gave no reason\n');
});

test('what should be compared in an heir’s account stands below the heir', () => {
  expect(heirsWords(frame, { ...view, heirs: [plain] }, 'SZ-1')).toBe(
    'suc_a  周强  child  -  -  -  -  a bank …5678\n  ! compare it with the card\nto the fen',
  );
});

test('before the settlement a share is told in words, not by its code', () => {
  const of = (state: string) =>
    heirsWords(frame, { ...view, shares: [{ ...share, state, payment: null }] }, 'SZ-1');
  expect(of('held')).toContain('disputed: kept back after the settlement');
  expect(of('payable')).toContain('paid after the settlement');
});

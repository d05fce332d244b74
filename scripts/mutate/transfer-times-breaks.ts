import type { Break } from './break.ts';

const tests = ['business/transfer/times/transfer-times.db.test.ts'];

/** Guards of what the public is told of transfers. */
export const transferTimesBreaks: readonly Break[] = [
  {
    name: 'transfer-times-few',
    guard: 'Fewer than five transfers are not shown to the public',
    file: 'business/transfer/times/transfer-times.ts',
    find: 'countOf(total.working) >= leastShown',
    replace: 'countOf(total.working) >= 1',
    tests,
  },
  {
    name: 'transfer-times-rounded',
    guard:
      'How many transfers there were is rounded down, so that two answers cannot be told apart by one person',
    file: 'business/transfer/times/transfer-times.ts',
    find: 'transfers - (transfers % leastShown)',
    replace: 'transfers',
    tests,
  },
  {
    name: 'transfer-times-lying-here',
    guard: 'Days in which our letter was not posted are not told as the other agency’s',
    file: 'business/transfer/times/leg-times.ts',
    find: "if (cause !== 'partner') continue;",
    replace: "if (cause !== 'agency') continue;",
    tests,
  },
];

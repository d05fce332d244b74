import { expect, test } from 'vitest';
import { type PlainDate, plainDate } from '#basics';
import { departureProcess } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';
import type { CaseFile } from '#engines/casework';
import { whereItIs } from './where-it-is.ts';

/** Not asked here. */
const calendar = { add: (on: PlainDate) => ({ on, provisional: false }), between: () => 0 };

const returned = (subject: string) =>
  whereItIs({
    process: withdrawalProcess,
    file: { state: 'returned', subject, openedAt: new Date('2026-06-01T02:00:00Z'), dueOn: null } as CaseFile, // what is read of it here
    ...{ actions: [], materials: [], calendar, apart: undefined, paidOut: null },
    today: plainDate('2026-06-02'),
  });

test('after the bank sent money back, an heir is told whose it is to name another account, and nobody is told to do it for another', () => {
  const asked = (subject: string) => returned(subject).asked?.en;
  expect(asked('death')).toMatch(
    /let the heir whose share it is name another account: signed in, by a link that we gave them/,
  );
  expect(asked('settled-abroad')).toMatch(/online if it is your own money/);
});

test('after the bank sent a share back, it is the turn of the heir whose share it is, not of whoever applied', () => {
  expect(returned('death').waitingName.zh).toBe('款项被退回的继承人');
  expect(returned('settled-abroad').waitingName.zh).toBe('申请人');
});

test('a transfer whose balance was refused is told by the payment and its day, once that is paid out', () => {
  const ended = (paidOut: PlainDate | null) =>
    whereItIs({
      process: departureProcess,
      file: {
        state: 'refused-balance',
        subject: 'transfer',
        openedAt: new Date('2026-06-01T02:00:00Z'),
        dueOn: null,
      } as CaseFile, // what is read of it here
      ...{ actions: [], materials: [], calendar, apart: undefined, paidOut },
      today: plainDate('2026-06-09'),
    });
  expect(ended(null).state.en).toContain('is paid out here');
  const told = ended(plainDate('2026-06-05'));
  expect(told).toMatchObject({ since: '2026-06-05', over: true });
  expect(told.state.zh).toBe('记录已转走，余额已支付');
});

import { expect, test } from 'vitest';
import { lifeEventProcesses } from '#business/life-events/public';
import { transferProcesses } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';
import { awayWithMonthsOnly } from './next-transfer.ts';
import { answeringIn, nextOfShares, nextOfTransfer, nextWords } from './next-words.ts';
import { transferWithNothing } from './take-back-words.ts';

const declared = [
  ...[withdrawalProcess, ...(withdrawalProcess.earlier ?? [])],
  ...[...Object.values(transferProcesses), ...Object.values(lifeEventProcesses)],
];

test('every state of every procedure is told to whoever waits for it, in both languages', () => {
  const silent = declared.flatMap(({ id, states }) =>
    Object.keys(states).filter((state) => {
      const told = nextWords(id, state);
      return !told?.zh || !told.en;
    }),
  );
  expect(silent).toEqual([]);
});

test('who moves to a city that takes the months only is not told that the balance goes, in any state of a transfer', () => {
  const states = Object.keys(transferProcesses['transfer-out']?.states ?? {});
  const some = { balance: { stage: 'not-yet' } };
  for (const [state, said] of Object.entries(awayWithMonthsOnly)) {
    expect(states).toContain(state);
    expect(nextOfTransfer({ process: 'transfer-out', state, monthsOnly: true, legs: some })).toBe(said);
    expect(said.zh).toContain('付给您');
  }
  expect(
    nextOfTransfer({ process: 'transfer-out', state: 'remitting', monthsOnly: true, legs: some }),
  ).toEqual(nextWords('transfer-out', 'remitting'));
});

test('who has nothing in the account reads of the months only, wherever they move to, and not that anything goes or is paid to them', () => {
  const asked = { process: 'transfer-out', state: 'awaiting-letter', legs: { balance: { stage: 'none' } } };
  for (const monthsOnly of [true, false]) {
    const said = nextOfTransfer({ ...asked, monthsOnly });
    expect(said?.zh).toContain('缴费月数才转走');
    expect(said?.zh).not.toContain('余额');
  }
  const cancelled = nextOfTransfer({ ...asked, state: 'cancelled', monthsOnly: false });
  expect([cancelled?.zh.includes('余额'), cancelled?.en.includes('alance')]).toEqual([false, false]);
  expect(transferWithNothing.follows.map(({ zh }) => zh).join('')).not.toContain('余额');
});

test('of several heirs’ shares nobody reads that the bank is paying while it is somebody else’s move', () => {
  const next = (waitingFor: string, state: string, dueOn: string | null = '2026-06-12') =>
    nextOfShares({ waitingFor, dueOn }, state);
  expect(['bank', 'agency', 'applicant', 'heirs'].map((who) => next(who, 'paying'))).toEqual([
    ...['paying', 'settled', 'share-waits', 'kept-back'],
  ]);
  expect(next('agency', 'paying', null)).toBe('share-unclaimed');
  expect([next('applicant', 'returned'), next('nobody', 'paid')]).toEqual(['returned', 'paid']);
  expect(nextWords('withdrawal', 'share-waits')?.en).not.toContain('bank');
});

test('wherever it is the person’s move the page says how they answer, and nowhere else', () => {
  const wrong = declared.flatMap(({ id, states }) =>
    Object.entries(states).filter(([state, { heldBy }]) => {
      const answers = answeringIn(id, state) !== null;
      return answers !== (heldBy === 'applicant');
    }),
  );
  expect(wrong).toEqual([]);
});

import { expect, test } from 'vitest';
import { lifeEventProcesses } from '#business/life-events/public';
import { transferProcesses } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';
import { awayWithMonthsOnly } from './next-transfer.ts';
import { answeringIn, nextOfTransfer, nextWords } from './next-words.ts';

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
  for (const [state, said] of Object.entries(awayWithMonthsOnly)) {
    expect(states).toContain(state);
    expect(nextOfTransfer({ process: 'transfer-out', state, monthsOnly: true })).toBe(said);
    expect(said.zh).toContain('付给您');
  }
  expect(nextOfTransfer({ process: 'transfer-out', state: 'remitting', monthsOnly: true })).toEqual(
    nextWords('transfer-out', 'remitting'),
  );
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

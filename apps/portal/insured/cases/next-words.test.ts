import { expect, test } from 'vitest';
import { lifeEventProcesses } from '#business/life-events/public';
import { transferProcesses } from '#business/transfer';
import { withdrawalProcess } from '#business/withdrawal/public';
import { nextWords } from './next-words.ts';

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

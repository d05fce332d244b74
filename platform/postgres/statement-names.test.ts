import { expect, test } from 'vitest';
import { statementNames } from './statement-names.ts';

test('a statement gets a name of its own the third time it is asked, and keeps it', () => {
  const names = statementNames();
  const asked = () => ['SELECT 1', 'SELECT 2'].map((sql) => names(sql));
  expect(asked()).toEqual([undefined, undefined]);
  expect(asked()).toEqual([undefined, undefined]);
  const third = asked();
  expect(new Set(third).size).toBe(2);
  expect(third).not.toContain(undefined);
  expect(asked()).toEqual(third);
});

test('statements that are composed anew each time fill no memory', () => {
  const names = statementNames(2);
  for (const sql of ['a', 'b', 'c']) for (let time = 0; time < 5; time += 1) names(sql);
  expect([names('a'), names('b'), names('c')]).toEqual([expect.any(String), expect.any(String), undefined]);
});

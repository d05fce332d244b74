import { expect, test } from 'vitest';
import type { WhereItIs } from '#business/tracking/public';
import { putTold, takeTold } from './told-along.ts';

const told = { number: 'SZ-2026-7K3M9-QX2TB-04GHE', state: { zh: '审核中', en: 'In review' } } as WhereItIs; // what is shown of it

test('where a case is stands there in the other language too, once, and in no other page', () => {
  const words = new Map<string, string>();
  const kept = () => ({
    getItem: (name: string) => words.get(name) ?? null,
    setItem: (name: string, word: string) => void words.set(name, word),
    removeItem: (name: string) => void words.delete(name),
  });
  putTold(told, 'en', kept);
  expect(takeTold('en', kept)).toEqual(told);
  expect([takeTold('en', kept), words.size]).toEqual([null, 0]);
  putTold(told, 'en', kept);
  expect([takeTold('zh', kept), words.size]).toEqual([null, 0]);
  putTold(null, 'en', kept);
  expect(words.size).toBe(0);
});

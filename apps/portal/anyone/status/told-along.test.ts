import { expect, test } from 'vitest';
import type { WhereItIs } from '#business/tracking/public';
import { lastsMs, putTold, takeTold } from './told-along.ts';

const told = { number: 'SZ-2026-7K3M9-QX2TB-04GHE', state: { zh: '审核中', en: 'In review' } } as WhereItIs; // what is shown of it

function aWindow() {
  const words = new Map<string, string>();
  const kept = () => ({
    getItem: (name: string) => words.get(name) ?? null,
    setItem: (name: string, word: string) => void words.set(name, word),
    removeItem: (name: string) => void words.delete(name),
  });
  const at = (ms: number) => ({ now: new Date(1_780_000_000_000 + ms), kept });
  return { words, at };
}

test('where a case is stands there in the other language too, once, and in no other page', () => {
  const { words, at } = aWindow();
  putTold(told, 'en', at(0));
  expect(takeTold('en', at(1))).toEqual(told);
  expect([takeTold('en', at(2)), words.size]).toEqual([null, 0]);
  putTold(told, 'en', at(0));
  expect([takeTold('zh', at(1)), words.size]).toEqual([null, 0]);
  putTold(null, 'en', at(0));
  expect(words.size).toBe(0);
});

test('who went elsewhere instead, and comes to the other language later, finds nothing of it', () => {
  const { words, at } = aWindow();
  putTold(told, 'en', at(0));
  expect(takeTold('en', at(lastsMs - 1))).toEqual(told);
  putTold(told, 'en', at(0));
  expect([takeTold('en', at(lastsMs)), words.size]).toEqual([null, 0]);
});

import { expect, test } from 'vitest';
import { keep, readKept } from './window-kept.ts';

test('a word is kept in the window until it is forgotten, and a browser that keeps nothing stands in nobody’s way', () => {
  const words = new Map<string, string>();
  const here = () => ({
    getItem: (name: string) => words.get(name) ?? null,
    setItem: (name: string, word: string) => void words.set(name, word),
    removeItem: (name: string) => void words.delete(name),
  });
  expect(readKept('one', here)).toBeNull();
  keep('one', 'a word', here);
  expect([readKept('one', here), readKept('another', here)]).toEqual(['a word', null]);
  keep('one', null, here);
  expect(words.size).toBe(0);
  const closed = () => {
    throw new Error('no storage here');
  };
  keep('one', 'a word', closed);
  expect(readKept('one', closed)).toBeNull();
});

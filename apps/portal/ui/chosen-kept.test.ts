import { expect, it } from 'vitest';
import { chosenBefore, keepChosen } from './chosen-kept.ts';

it('keeps over a reload by its id alone whose pages were open, until somebody else or nobody is chosen', () => {
  const words = new Map<string, string>();
  const window = () => ({
    getItem: (key: string) => words.get(key) ?? null,
    setItem: (key: string, value: string) => void words.set(key, value),
    removeItem: (key: string) => void words.delete(key),
  });
  expect(chosenBefore(window)).toBeNull();
  keepChosen('psn_1', window);
  expect(chosenBefore(window)).toBe('psn_1');
  expect([...words.values()]).toEqual(['psn_1']);
  keepChosen(null, window);
  expect(words.size).toBe(0);
});

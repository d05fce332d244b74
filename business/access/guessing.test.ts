import { expect, test } from 'vitest';
import { testGuessing, testRandom } from '#platform/testing';
import { evenly } from './evenly.ts';
import { guessingIn } from './guessing.ts';
import { hashPassword, isPassword, nobodysPassword } from './passwords.ts';

const random = testRandom(1);
const password = 'a sentence that is one’s own';
const costOf = (stored: string) => stored.split('$').slice(0, 4).join('$');

test('in production a password costs what OWASP asks for, and so does one of nobody, however cheap a test would have it', {
  timeout: 60_000,
}, async () => {
  const guessing = guessingIn('production', testGuessing);
  const stored = await hashPassword({ random, guessing }, password);
  expect([costOf(stored), costOf(nobodysPassword({ guessing }))]).toEqual(['scrypt$15$8$3', 'scrypt$15$8$3']);
  expect(await isPassword(password, stored)).toBe(true);
});

test('whoever says nothing of it gets the same, and a cheap password of somebody and of nobody cost alike', {
  timeout: 60_000,
}, async () => {
  expect(guessingIn('development')).toEqual(guessingIn('production'));
  expect(costOf(nobodysPassword({}))).toBe('scrypt$15$8$3');
  expect(costOf(await hashPassword({ random }, password))).toBe('scrypt$15$8$3');
  const guessing = guessingIn('development', testGuessing);
  expect(costOf(await hashPassword({ random, guessing }, password))).toBe(
    costOf(nobodysPassword({ guessing })),
  );
});

test('an answer that must not tell whether somebody is on record takes four tenths of a second at least', async () => {
  const begun = performance.now();
  expect(await evenly({}, async () => 'told')).toBe('told');
  await expect(evenly({}, () => Promise.reject(new Error('not told')))).rejects.toThrow('not told');
  expect(performance.now() - begun).toBeGreaterThan(790);
});

import { expect, test } from 'vitest';
import type { Seen } from './link.tsx';
import { tasksOf } from './own-tasks.ts';
import { approved } from './seen.testing.ts';

const task = (name: string, of: Partial<Seen>) =>
  tasksOf({ ...approved, ...of }, { say: ({ en }) => en, tail: null }).find(({ id }) => id === name);
const accountTask = (of: Partial<Seen> = {}) => task('account', of);
const account = (of: Partial<Seen> = {}) => accountTask(of)?.state;

test('between approval and settlement an heir with the agency’s link is not sent to a window: they name their account here once it is settled', () => {
  expect(account()).toMatchObject({
    is: 'not-yet',
    why: expect.stringMatching(/Once the account.*name yours here/),
  });
  expect(account({ accountWanted: true, ownAmount: null })).toEqual({ is: 'to-do' });
  const passedOn = { byRelative: true, ownAmount: null };
  expect(account(passedOn)).toMatchObject({ says: 'At a window', why: expect.stringMatching(/window/) });
  // Who has named one changes it at a window.
  expect(account({ accountNamed: true })).toMatchObject({
    says: 'Named',
    why: expect.stringMatching(/window/),
  });
});

test('while an approved case is looked at again an account is named once that has begun', () => {
  const anew = { decidedAnew: true, ownAmount: null };
  expect(account(anew)).toMatchObject({ is: 'not-yet', why: expect.stringMatching(/looked at again/) });
  expect(account({ ...anew, ended: true })).toMatchObject({ says: 'Not needed' });
});

test('of an account to which a share was paid nobody reads that it will be paid there', () => {
  const where = { zh: '已付', en: 'Paid' };
  const one = { standing: 'open', result: 'paid', paidOn: '2026-06-03', where, amountFen: '100' } as const;
  expect(accountTask()?.hint).toBe('Your share is paid there directly');
  expect(accountTask({ guardianSpeaks: true })?.hint).toBe('The child’s share is paid there directly');
  const paid = accountTask({ accountNamed: true, ownAmount: null, ownShare: [one] });
  expect(paid).not.toHaveProperty('hint');
  expect(paid).toMatchObject({ state: { says: 'Named', why: 'It has been paid there.' } });
});

test('once it is decided nobody who said nothing reads that an answer is due, and once all is over none is taken', () => {
  expect(task('answer', { decided: false, ownAmount: null })?.state).toEqual({ is: 'to-do' });
  const silent = task('answer', {});
  expect(silent?.state).toEqual({ is: 'optional' });
  expect(silent?.hint).toMatch(/may still object to a share that has not gone to the bank/);
  const over = { mayAnswer: false };
  expect(task('answer', over)?.state).toMatchObject({ is: 'over', says: 'None given' });
  expect(task('answer', over)?.hint).toBeUndefined();
  expect(task('answer', { ...over, word: 'object' })?.state).toMatchObject({ is: 'over', says: 'Answered' });
  expect(task('answer', { word: 'object' })?.state).toEqual({ is: 'done' });
});

test('who has a link that a relative passed on reads, of a share that came back, that another link can be asked for', () => {
  const back = { byRelative: true, accountLacks: true, accountNamed: true, ownAmount: null };
  const told = accountTask(back);
  expect(told?.hint).toMatch(/sent the payment back/);
  expect(told?.state).toMatchObject({
    says: 'Not by this link',
    why: expect.stringMatching(/Ask us for a link of your own/),
  });
  expect(account({ ...back, byRelative: false, accountWanted: true })).toEqual({ is: 'to-do' });
});

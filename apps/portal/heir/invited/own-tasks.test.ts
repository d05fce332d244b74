import { expect, test } from 'vitest';
import { relationNames } from '#business/succession/public';
import type { Seen } from './link.tsx';
import { tasksOf } from './own-tasks.ts';

const text = relationNames.child;
const approved: Seen = {
  ...{ text, successorId: 'suc_1', deceasedName: '周**', heirName: '周*', relation: text },
  ...{ guardianSpeaks: false, shares: [{ successorId: 'suc_1', yours: true, relation: text, share: '1/2' }] },
  ...{ remainder: text, yourWord: null, word: null, basis: null, byRelative: false, unconfirmed: false },
  ...{ agreement: 'not-needed', decided: true, decidedAnew: false, ended: false, objection: null },
  ...{ ownShare: [], ownAmount: { amountFen: '100', ofFen: '200', provisional: true } },
  ...{ accountNamed: false, accountStands: false, accountWanted: false, contactStands: false },
  expiresAt: '2026-07-01T00:00:00Z',
};
const accountTask = (of: Partial<Seen> = {}) =>
  tasksOf({ ...approved, ...of }, { say: ({ en }) => en, tail: null }).find(({ id }) => id === 'account');
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

import { expect, test } from 'vitest';
import { headingOf } from './heading.ts';
import type { Seen } from './link.tsx';
import { approved } from './seen.testing.ts';

const heading = (of: Partial<Seen>) => headingOf({ ...approved, ownAmount: null, ...of });
const where = { zh: '已付', en: 'Paid' };
const paid = { standing: 'open', result: 'paid', paidOn: '2026-06-03', where, amountFen: '100' } as const;
const back = { ...paid, result: 'returned', paidOn: null, amountFen: null } as const;
const objection = (outcome: 'kept-back' | 'settled'): Pick<Seen, 'word' | 'objection'> => ({
  word: 'object',
  objection: {
    madeOn: '2026-06-02',
    outcomes: [{ successorId: null, relation: null, madeOn: '2026-06-02', outcome, text: where }],
  },
});

test('who objected reads so while something is to come of it, and not where an account is asked for or all is settled', () => {
  expect(heading(objection('kept-back')).zh).toBe('您提出了异议');
  const wanted = { accountLacks: true, accountWanted: true, accountNamed: true, ownShare: [back] };
  expect(heading({ ...objection('kept-back'), ...wanted }).zh).toBe('银行退回了付款，请换一个账户');
  expect(heading({ ...objection('settled'), ownShare: [paid] }).zh).toBe('您的一份');
  // A share that is kept back has no account to be paid to at once.
  const held = {
    ...wanted,
    accountNamed: false,
    ownShare: [{ ...back, standing: 'held', result: null } as const],
  };
  expect(heading({ ...objection('kept-back'), ...held }).zh).toBe('您提出了异议');
});

test('the answer is what the page is about until the money is paid', () => {
  expect(heading({ decided: false }).en).toBe('Do you agree to these shares?');
  expect(heading({ word: 'agree' }).en).toBe('You have agreed to these shares');
  expect(heading({ word: 'agree', ownShare: [paid] }).en).toBe('your share');
  expect(heading({ word: 'waive' }).en).toBe('You have waived your share');
  expect(heading({ accountWanted: true, accountLacks: true, ownShare: [{ ...back, result: null }] }).en).toBe(
    'Name the account for the share',
  );
});

import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';

type View = Answer<'GET /transfers/{number}'>;
type FollowUp = View['followUps'][number];

/** Where the balance is, in a few words: what the case that pays it out tells in sentences stands below. */
export function balanceInShort(
  balance: View['legs']['balance'],
  followUps: readonly Pick<FollowUp, 'paid' | 'unconfirmed' | 'state' | 'stateName'>[],
): Text {
  const last = followUps.at(-1);
  if (last?.paid) return paidNow;
  if (!last || last.unconfirmed || !leftBehind.has(balance.stage)) return balance.text;
  return beforePayment.has(last.state) ? beingPaidOut : last.stateName;
}

const leftBehind: ReadonlySet<string> = new Set(['refused', 'no-account', 'to-be-paid-out']);

/** Of the case that pays it out, what its steps are called there would read here as if the money had been received. */
const beforePayment: ReadonlySet<string> = new Set([
  ...['submitted', 'in-review', 'awaiting-materials', 'proposed', 'approved', 'came-back'],
]);

// An agent reads it as well.
const paidNow: Text = { zh: '已支付', en: 'paid out' };
const beingPaidOut: Text = { zh: '正在支取', en: 'being paid out' };

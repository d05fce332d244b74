import { type PlainDate, plainDate, type Text } from '#basics';
import type { Answer } from '../../ui/api.ts';

type Place = Answer<'GET /cases/{number}/place'>;
type View = Answer<'GET /transfers/{number}'>;
type FollowUp = View['followUps'][number];

/** Whether a transfer ended with a balance that a case of its own pays out, so that what became of that leads. */
export function endsInPayment({ process, stateId }: Pick<Place, 'process' | 'stateId'>): boolean {
  return process === 'transfer-out' && paidOutInstead.has(stateId);
}

const paidOutInstead: ReadonlySet<string> = new Set(['refused-balance', 'no-account']);

/** What a case is called by how it stands: once its balance was paid out, that, and no longer why it did not go. */
export function stateToTell(
  { state, process, stateId }: Pick<Place, 'state' | 'process' | 'stateId'>,
  followUps: readonly Pick<FollowUp, 'paid'>[],
): Text {
  const paid = endsInPayment({ process, stateId }) && followUps.at(-1)?.paid;
  return paid ? paidOut : state;
}

/** On which day it was over: with the payment, where a case of its own paid the balance out after the transfer had ended. */
export function endedOn(
  { since, process, stateId }: Pick<Place, 'since' | 'process' | 'stateId'>,
  followUps: readonly Pick<FollowUp, 'paid'>[],
): PlainDate {
  const paid = endsInPayment({ process, stateId }) ? followUps.at(-1)?.paid : null;
  return plainDate(paid ? paid.on : since);
}

/** Where the balance is, in a few words: what the case that pays it out tells in sentences stands below. */
export function balanceInShort(
  balance: View['legs']['balance'],
  followUps: readonly Pick<FollowUp, 'paid' | 'unconfirmed' | 'stateName'>[],
): Text {
  const last = followUps.at(-1);
  if (last?.paid) return paidNow;
  return last && !last.unconfirmed && leftBehind.has(balance.stage) ? last.stateName : balance.text;
}

const leftBehind: ReadonlySet<string> = new Set(['refused', 'no-account', 'to-be-paid-out']);
// An agent reads it as well.
const paidNow: Text = { zh: '已支付', en: 'paid out' };
const paidOut: Text = { zh: '记录已转走，余额已支付', en: 'Record moved, balance paid out' };

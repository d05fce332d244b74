import type { Text } from '#basics';
import type { Answer } from '../../ui/api.ts';

type Place = Answer<'GET /cases/{number}/place'>;
type FollowUp = Answer<'GET /transfers/{number}'>['followUps'][number];

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

const paidOut: Text = { zh: '记录已转走，余额已支付', en: 'Record moved, balance paid out' };

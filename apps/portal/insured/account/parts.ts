import type { Answer } from '../../ui/api.ts';

/**
 * Of what a balance is made now, which add up to it. Both come from the API; where an entry came in between the two answers, the
 * interest is never more than there is.
 */
export function partsNow(
  account: Pick<Answer<'GET /people/{personId}/account'>, 'balanceFen'>,
  history: Pick<Answer<'GET /people/{personId}/account/history'>, 'points'>,
): { readonly principal: bigint; readonly interest: bigint } {
  const balance = BigInt(account.balanceFen);
  const credited = BigInt(history.points.at(-1)?.interestFen ?? 0);
  const interest = credited > balance ? balance : credited;
  return { principal: balance - interest, interest };
}

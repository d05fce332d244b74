import { type Fen, ok, type Refusal, type Result } from '#basics';
import { divideSettled } from '#business/succession';
import { sharesOf } from '#business/succession/public';
import type { CaseFile, Decision, JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { WithdrawalContext } from './context.ts';
import type { CaseFacts } from './decide-withdrawal.ts';

/** How the fen that no share takes whole are given out; told with every division. */
export const remainderRule = {
  zh: '每份先算到整分，余下的分依次给舍去部分最大的，相同时给排在前面的，每人一分。',
  en: 'Each share is cut to whole fen; the fen left over go one each to the largest cut-off fractions, the earlier first.',
} as const;

/**
 * Divides a settled order among the heirs whom the approved decision names, in the settlement's own transaction; answers
 * what is kept with the step. Where one account is paid, nothing is divided.
 */
export async function divideAmongHeirs(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    readonly decision: Decision;
    readonly order: { readonly orderId: string; readonly amountFen: Fen };
  },
): Promise<Result<JsonObject, Refusal>> {
  const { context, file, decision, order } = asked;
  const facts = decision.approval?.facts as unknown as CaseFacts | undefined; // stored by this folder from facts of this form
  const estate = facts?.succession;
  const shares = estate && sharesOf(estate);
  if (!estate?.divisionId || !shares) return ok({});
  const { divisionId } = estate;
  const divided = await divideSettled(tx, context, { file, order, divisionId, shares });
  if (!divided.ok) return divided;
  const told = divided.value.map(({ successorId, orderId, numerator, amountFen }) => ({
    ...{ successorId, orderId, share: numerator, amountFen: `${amountFen}` },
  }));
  return ok({ divisionId, shares: told, remainder: { ...remainderRule } });
}

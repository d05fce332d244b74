import { type Refusal, type Result, refuse } from '#basics';
import type { CaseMoves } from '#business/payments';
import { type Actor, type CaseFile, caseById, type JsonObject } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { actorOf, type WithdrawalContext } from './context.ts';
import { payeeNames } from './payee.store.ts';
import { sameName } from './same-name.ts';
import { step } from './step.ts';

/**
 * What payments tell a withdrawal: its order left for the bank, the bank answered, a clerk corrected the payee's account.
 * The apps hand this to payments, which know no procedure; each step is part of the payment's own transaction.
 */
export function paymentMoves(context: WithdrawalContext): CaseMoves {
  return {
    onReleased: (tx, { owner, caseId, batchId, by }) =>
      move(tx, context, { owner, caseId, actor: actorOf(by), action: 'send-to-bank', data: { batchId } }),
    onAnswered: (tx, { owner, caseId, result, reason }) =>
      move(tx, context, {
        ...{ owner, caseId, actor: bank, data: { reason } },
        action: result === 'paid' ? 'confirm-paid' : 'return-payment',
      }),
    async onPayeeCorrected(tx, { owner, caseId, revision, by }) {
      const [corrected, before] = await payeeNames(tx, { ownerId: owner, id: caseId });
      const same =
        corrected !== undefined &&
        before !== undefined &&
        sameName(corrected, { name: before, nameLatin: null });
      if (!same) return refuse({ code: 'withdrawal.payee-name-changed' });
      return move(tx, context, {
        owner,
        caseId,
        actor: actorOf(by),
        action: 'correct-payee',
        data: { revision },
      });
    },
  };
}

const bank: Actor = { kind: 'bank', id: 'bank', roles: [] };

async function move(
  tx: Tx,
  context: WithdrawalContext,
  moved: {
    readonly owner: string;
    readonly caseId: string;
    readonly actor: Actor;
    readonly action: string;
    readonly data: JsonObject;
  },
): Promise<Result<CaseFile, Refusal>> {
  const file = await caseById(tx, moved.owner, moved.caseId);
  if (!file) return refuse({ code: 'casework.no-case' });
  const { actor, action, data } = moved;
  return step(tx, { context, file, actor, action, data });
}

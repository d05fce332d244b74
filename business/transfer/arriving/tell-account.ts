import type { Refusal, Result } from '#basics';
import { actorOf } from '#business/access/public';
import { actionsOf, type CaseAction, type CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Doing, type TransferContext, today } from '../context.ts';
import { transferByNumber } from '../find-transfer.ts';
import { stepTelling } from '../step-telling.ts';
import { tellPartner } from '../tell-partner.ts';

/**
 * Tells the other agency where the balance shall go, after its bank refused the account that our letter named: the account that
 * is configured now, and no other, so that nobody at a desk can send a balance elsewhere. The configuration is put right first.
 */
export async function tellAccount(
  tx: Tx,
  doing: Doing & { readonly reason: string },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen, reason } = doing;
  const found = await transferByNumber(tx, doing);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const done = await actionsOf(tx, file);
  const body = { receivingAccount: context.desk.account, validFrom: today(context) };
  const said = await tellPartner(tx, { context, transfer, file, type: 'account-details', body });
  if (!said.ok) return said;
  return stepTelling(tx, {
    ...{ context, file, actor: actorOf(caller), action: 'tell-account', seen },
    data: { sent: said.value.messageId, reason },
    met: takesBalance(context, done) ? ['balances-taken'] : [],
    told: said.value,
  });
}

/** Whether balances are taken here, and our letter said so: an account for a balance that it turned away would contradict it. */
export function takesBalance(context: TransferContext, done: readonly CaseAction[]): boolean {
  const letter = done.findLast(({ action }) => action === 'submit')?.data;
  return context.desk.acceptsBalances && letter?.takesBalance !== false;
}

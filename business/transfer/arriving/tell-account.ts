import type { Refusal, Result } from '#basics';
import { actionsOf, type CaseAction, type CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type TransferContext, today, type WithReason } from '../context.ts';
import { onTransfer } from '../on-transfer.ts';
import { stepSaying } from '../step-telling.ts';

/**
 * Tells the other agency where the balance shall go, after its bank refused the account that our letter named: the account that
 * is configured now, and no other, so that nobody at a desk can send a balance elsewhere. The configuration is put right first.
 */
export function tellAccount(tx: Tx, doing: WithReason): Promise<Result<CaseFile, Refusal>> {
  const { context, reason } = doing;
  return onTransfer(tx, doing, async ({ file, transfer, by }) => {
    const done = await actionsOf(tx, file);
    const body = { receivingAccount: context.desk.account, validFrom: today(context) };
    return stepSaying(tx, {
      ...{ ...by, transfer, action: 'tell-account', says: { type: 'account-details', body } },
      data: (sent) => ({ sent, reason }),
      met: takesBalance(context, done) ? ['balances-taken'] : [],
    });
  });
}

/** Whether balances are taken here, and our letter said so: an account for a balance that it turned away would contradict it. */
export function takesBalance(context: TransferContext, done: readonly CaseAction[]): boolean {
  return context.desk.acceptsBalances && letterTakesBalance(done);
}

/**
 * What was paid on our own letter is taken, even where this agency has ceased to take balances since. What came although the
 * letter said that none is taken goes back: people do that.
 */
export function takesWhatCame(context: TransferContext, done: readonly CaseAction[]): boolean {
  return context.desk.acceptsBalances || letterTakesBalance(done);
}

function letterTakesBalance(done: readonly CaseAction[]): boolean {
  return done.findLast(({ action }) => action === 'submit')?.data.takesBalance !== false;
}

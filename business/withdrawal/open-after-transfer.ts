import { ok, type Refusal, type Result } from '#basics';
import { type CaseFile, openFollowUp, systemActor } from '#engines/casework';
import { passHold, readAccount } from '#engines/ledger';
import { numberPrefixOf } from '#law';
import type { Tx } from '#platform/postgres';
import { rulesInForce, type WithdrawalContext } from './context.ts';
import { step } from './step.ts';
import { noticeOf } from './telling/announce.ts';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * Opens the withdrawal of a balance that another agency refused, or gave no account for (guide, G0.3, G4), in the transaction
 * in which that became certain: the transfer's evidence is on record, its hold passes on, and the person confirms to whom it is
 * paid and nothing else. Null where the rules in force know no such ground, or there is nothing to pay.
 */
export async function openAfterTransfer(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    /** The transfer whose balance did not go. */
    readonly parent: CaseFile;
    readonly ground: 'balance-refused' | 'no-receiving-account';
  },
): Promise<Result<CaseFile | null, Refusal>> {
  const { context, parent, ground } = asked;
  const rules = rulesInForce(context);
  if (!rules.ok) return ok(null);
  if (!rules.value.options.some((option) => option.action === 'withdraw' && option.ground === ground))
    return ok(null);
  const account = await readAccount(tx, parent.ownerId);
  if (!account || account.closedOn !== null || account.balanceFen === 0n) return ok(null);
  const { clock, ids, random, region } = context;
  const opened = await openFollowUp(tx, {
    ...{ process: withdrawalProcess, ownerId: parent.ownerId, subject: ground, clock, ids, random },
    ...{ ruleSet: rules.value.id, ruleVersion: rules.value.version, officeId: parent.officeId },
    ...{ channel: 'automatic', numberPrefix: numberPrefixOf(region), parent, cause: `transfer/${parent.id}` },
  });
  if (!opened.ok) return opened;
  const data = {
    ...{ parentNumber: parent.number, cause: ground, materials: [], bankName: null, accountTail: null },
  };
  const file = opened.value;
  const filled = await step(tx, { context, file, actor: systemActor, action: 'prefill', data });
  if (!filled.ok) return filled;
  const held = await passHold(tx, { owner: file.ownerId, caseId: file.id, at: clock.now() });
  if (!held.ok) return held;
  await noticeOf(tx, { context, file: filled.value, happened: 'transfer-refused' });
  return filled;
}

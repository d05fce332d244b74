import { ok, type Refusal, type Result } from '#basics';
import { personToTell } from '#business/registry';
import { type CaseFile, openFollowUp, systemActor } from '#engines/casework';
import { passHold, readAccount } from '#engines/ledger';
import { numberPrefixOf } from '#law';
import type { Reader, Tx } from '#platform/postgres';
import { rulesInForce, type WithdrawalContext } from './context.ts';
import { step } from './step.ts';
import { noticeOf } from './telling/announce.ts';
import { withdrawalProcess } from './withdrawal.ts';

type AfterTransfer = 'balance-refused' | 'no-receiving-account';

/** Why no withdrawal opens with a balance that did not go; null where one does. */
export async function whyNotAfterTransfer(
  reader: Reader,
  asked: { readonly context: WithdrawalContext; readonly ownerId: string; readonly ground: AfterTransfer },
): Promise<'has-died' | 'no-rules' | 'no-ground' | 'nothing-there' | null> {
  const { context, ownerId, ground } = asked;
  // What the dead left is their heirs' to apply for, on the ground of the death.
  if ((await personToTell(reader, ownerId))?.died) return 'has-died';
  const rules = rulesInForce(context);
  if (!rules.ok) return 'no-rules';
  const { options } = rules.value;
  if (!options.some((option) => option.action === 'withdraw' && option.ground === ground)) return 'no-ground';
  const account = await readAccount(reader, ownerId);
  return !account || account.closedOn !== null || account.balanceFen === 0n ? 'nothing-there' : null;
}

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
    readonly ground: AfterTransfer;
  },
): Promise<Result<CaseFile | null, Refusal>> {
  const { context, parent, ground } = asked;
  const why = await whyNotAfterTransfer(tx, { context, ownerId: parent.ownerId, ground });
  const rules = rulesInForce(context);
  if (why !== null || !rules.ok) return ok(null);
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

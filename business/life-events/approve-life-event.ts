import { ok, type Refusal, type Result, refuse } from '#basics';
import { recordDecided } from '#business/registry';
import { type Approved, approveProposal, type CaseFile, type Decision, sendBack } from '#engines/casework';
import { inTransaction, type Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { reviewingOf } from './procedure.ts';
import { lapseFiling } from './steps.ts';
import { tellOfDeath } from './tell-of-death.ts';
import { tellOfReduction } from './tell-of-reduction.ts';

export interface ApprovingEvent extends Doing {
  /** The decision that the reviewer read; another one proposed meanwhile is not approved in its place. */
  readonly decisionId?: string | undefined;
}

/**
 * A second officer approves what was proposed, and what the decision says is on record from that moment: all in one
 * transaction. Where the facts have changed since the proposal the case goes back to the clerk, in a transaction of its own.
 */
export async function approveEventOrSendBack(approving: ApprovingEvent): Promise<Result<CaseFile, Refusal>> {
  const { database } = approving.context;
  const approved = await inTransaction(database, (tx) => approveLifeEvent(tx, approving));
  if (approved.ok || approved.refusal.code !== 'casework.facts-changed') return approved;
  const { refusal } = approved;
  const back = await inTransaction(database, async (tx) => {
    const reviewing = await reviewingOf(tx, approving);
    return reviewing.ok ? sendBack(tx, { ...reviewing.value, refusal }) : reviewing;
  });
  return back.ok ? refuse(refusal) : back;
}

/** The approval alone, in the caller's transaction. */
async function approveLifeEvent(tx: Tx, approving: ApprovingEvent): Promise<Result<CaseFile, Refusal>> {
  const reviewing = await reviewingOf(tx, approving);
  if (!reviewing.ok) return reviewing;
  const { caller, decisionId } = approving;
  const approved = await approveProposal(tx, { ...reviewing.value, token: caller.token ?? '', decisionId });
  if (!approved.ok) return approved;
  const { file, decision } = approved.value;
  if (decision === null) return ok(file); // approved before, with all that followed
  const said = decision.outcome === 'refuse' ? 'refused' : 'approved';
  await tellOfReduction(tx, { context: approving.context, file, said });
  if (decision.outcome === 'refuse') return lapseFiling(tx, { doing: approving, file });
  return takeEffect(tx, { approving, file, decision });
}

async function takeEffect(
  tx: Tx,
  given: { readonly approving: ApprovingEvent; readonly decision: Decision } & Pick<Approved, 'file'>,
): Promise<Result<CaseFile, Refusal>> {
  const { approving, file, decision } = given;
  const { ids, clock } = approving.context;
  const recorded = await recordDecided(tx, {
    ...{ owner: file.ownerId, decisionId: decision.id, ids, at: clock.now() },
    entryCount: entryCountOf(decision),
  });
  if (!recorded.ok) return recorded;
  if (file.process !== 'death-notice') return ok(file);
  const told = await tellOfDeath(tx, { context: approving.context, owner: file.ownerId, notice: file });
  return told.ok ? ok(file) : told;
}

function entryCountOf({ findings }: Decision): number {
  const { entries } = findings.consequence as { readonly entries: readonly unknown[] }; // stored by this folder in this form
  return entries.length;
}

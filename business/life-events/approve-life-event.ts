import { ok, type Refusal, type Result, refuse } from '#basics';
import { endAccessOfTheDead } from '#business/access';
import { recordDecided } from '#business/registry';
import {
  type Approved,
  act,
  approveProposal,
  type CaseFile,
  casesOfOwner,
  type Decision,
  sendBack,
  systemActor,
} from '#engines/casework';
import { inTransaction, type Tx } from '#platform/postgres';
import type { Doing } from './context.ts';
import { reviewingOf } from './procedure.ts';
import { lapseFiling } from './steps.ts';

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
  await endAccessOfTheDead(tx, file.ownerId);
  return tellOpenCases(tx, { approving, file });
}

/**
 * Every other open case of the dead person is told, so that whoever has it in hand, and whoever applied, sees it. Findings
 * do the rest: no other ground than death can be approved any more, and what was proposed goes back.
 */
async function tellOpenCases(
  tx: Tx,
  { approving, file }: { readonly approving: ApprovingEvent; readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  const { processes, clock, workingDays } = approving.context;
  for (const other of await casesOfOwner(tx, file.ownerId)) {
    const process = processes[other.process];
    const told = process?.actions['told-of-death'];
    if (!process || other.id === file.id || !told?.from.includes(other.state)) continue;
    const step = await act(tx, {
      ...{ process, ownerId: other.ownerId, caseId: other.id, action: 'told-of-death' },
      ...{ actor: systemActor, at: clock.now(), calendar: workingDays, data: { noticeNumber: file.number } },
    });
    if (!step.ok) return step;
  }
  return ok(file);
}

function entryCountOf({ findings }: Decision): number {
  const { entries } = findings.consequence as { readonly entries: readonly unknown[] }; // stored by this folder in this form
  return entries.length;
}

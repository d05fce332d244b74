import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import {
  approveDecision,
  type CaseFile,
  type Decision,
  decisionsOf,
  pendingDecision,
  systemActor,
} from '#engines/casework';
import { releaseHold } from '#engines/ledger';
import { inTransaction, type Tx } from '#platform/postgres';
import { type Doing, today } from './context.ts';
import { type CaseFacts, type Findings, stored, supports } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { step } from './step.ts';
import { changesBetween, sharesDiffer } from './tell-findings.ts';
import { type WeighedCase, weigh } from './weigh.ts';

export interface Approving extends Doing {
  /** The decision that the reviewer read; another one proposed meanwhile is not approved in its place. */
  readonly decisionId?: string | undefined;
}

/**
 * A second officer approves what was proposed. The facts are gathered anew and assessed, by the case's rule version, on
 * today's date: these findings count. Where they no longer support the outcome the case goes back to review, in a
 * transaction of its own, and the refusal `withdrawal.facts-changed` names what changed.
 */
export async function approveOrSendBack(approving: Approving): Promise<Result<CaseFile, Refusal>> {
  const { database } = approving.context;
  const approved = await inTransaction(database, (tx) => approveWithdrawalDecision(tx, approving));
  if (approved.ok || approved.refusal.code !== 'withdrawal.facts-changed') return approved;
  const { refusal } = approved;
  const sentBack = await inTransaction(database, (tx) => sendBack(tx, { ...approving, refusal }));
  return sentBack.ok ? refuse(refusal) : sentBack;
}

/** The approval alone, in the caller's transaction. */
export async function approveWithdrawalDecision(
  tx: Tx,
  approving: Approving,
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = approving;
  const found = await findWithdrawal(tx, approving);
  if (!found.ok) return found;
  const file = found.value;
  const pending = await pendingDecision(tx, file);
  if (file.state === 'proposed' && !pending.ok) return pending;
  if (await approvedBefore(tx, { approving, file })) return ok(file);
  const decision = pending.ok ? pending.value : undefined;
  if (approving.decisionId !== undefined && approving.decisionId !== decision?.id) {
    return refuse({ code: 'casework.changed-meanwhile' });
  }
  const outcome = decision?.outcome ?? 'approve';
  const weighed = await weigh(tx, { context, file });
  if (!weighed.ok) return weighed;
  const moved = await step(tx, {
    context,
    file,
    actor: actorOf(caller),
    action: outcome === 'approve' ? 'approve' : 'refuse',
    data: { decisionId: decision?.id ?? null },
    met: decision ? [decision.outcome === 'approve' ? 'approval-proposed' : 'refusal-proposed'] : [],
    seen,
  });
  if (!moved.ok || !decision) return moved;
  const { findings, papersAsked } = weighed.value;
  const samePayee = weighed.value.facts.payee?.revision === payeeRevisionOf(decision);
  const sameShares = outcome === 'refuse' || !sharesDiffer(findingsOfProposal(decision), findings);
  if (!samePayee || !sameShares || !supports(findings, { outcome, papersAsked }))
    return factsChanged(decision, findings);
  const signed = await sign(tx, { approving, file, decision, weighed: weighed.value });
  return signed.ok ? moved : signed;
}

/** The same reviewer approving the same decision again has done so already; it is answered as the first time. */
async function approvedBefore(
  tx: Tx,
  { approving, file }: { readonly approving: Approving; readonly file: CaseFile },
): Promise<boolean> {
  if (approving.decisionId === undefined) return false;
  const decisions = await decisionsOf(tx, file);
  const same = decisions.find(({ id }) => id === approving.decisionId);
  return same?.approval?.checkerId === approving.caller.id;
}

async function sign(
  tx: Tx,
  given: {
    readonly approving: Approving;
    readonly file: CaseFile;
    readonly decision: Decision;
    readonly weighed: WeighedCase;
  },
): Promise<Result<true, Refusal>> {
  const { approving, file, decision, weighed } = given;
  const at = approving.context.clock.now();
  const approved = await approveDecision(tx, {
    token: approving.caller.token ?? '',
    ownerId: file.ownerId,
    decision,
    decidedOn: today(approving.context),
    facts: stored(weighed.facts),
    findings: stored(weighed.findings),
    at,
  });
  if (!approved.ok) return approved;
  if (decision.outcome === 'refuse') {
    await releaseHold(tx, { owner: file.ownerId, caseId: file.id, by: 'refusal', at });
  }
  return ok(true);
}

/** The payee whom the reviewer read in the proposal; the database refuses an approval of another one too. */
function payeeRevisionOf({ facts }: Decision): number | undefined {
  const proposed = facts as unknown as CaseFacts; // stored by this folder from facts of this form
  return proposed.payee?.revision;
}

function findingsOfProposal({ findings }: Decision): Findings {
  return findings as unknown as Findings; // stored by this folder from findings of this form
}

function factsChanged(decision: Decision, findings: Findings): Result<never, Refusal> {
  const problems = changesBetween(findingsOfProposal(decision), findings);
  return refuse({ code: 'withdrawal.facts-changed', problems });
}

async function sendBack(
  tx: Tx,
  back: Approving & { readonly refusal: Refusal },
): Promise<Result<CaseFile, Refusal>> {
  const { context, refusal } = back;
  const found = await findWithdrawal(tx, back);
  if (!found.ok) return found;
  const changed = (refusal.problems ?? []).map(({ path, detail }) => ({
    path,
    zh: detail.zh,
    en: detail.en,
  }));
  return step(tx, { context, file: found.value, actor: systemActor, action: 'send-back', data: { changed } });
}

import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import {
  approveDecision,
  type CaseFile,
  type Decision,
  decisionsOf,
  type JsonObject,
  pendingDecision,
  systemActor,
  withWhoMay,
} from '#engines/casework';
import { placeHold, releaseHold } from '#engines/ledger';
import { inTransaction, type Tx } from '#platform/postgres';
import { refuseHeld } from './competing.ts';
import { type Doing, today, type WithdrawalContext } from './context.ts';
import { type CaseFacts, type Findings, stored, supports } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { cameBackMeanwhile, endOpenObjection } from './object.ts';
import { groundsOf } from './propose-on-objection.ts';
import { type Contested, mayObject, remedyData } from './remedies.ts';
import { lastDayToObject } from './remedy-texts.ts';
import { type Standing, standingOf } from './standing.ts';
import { step } from './step.ts';
import { changesBetween, sharesDiffer } from './tell-findings.ts';
import { announce } from './telling/announce.ts';

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
  if (!approved.ok && approved.refusal.code === 'casework.above-limit')
    return aboveLimit(approving, approved);
  if (approved.ok || approved.refusal.code !== 'withdrawal.facts-changed') return approved;
  const { refusal } = approved;
  const sentBack = await inTransaction(database, (tx) => sendBack(tx, { ...approving, refusal }));
  return sentBack.ok ? refuse(refusal) : sentBack;
}

/** The refusal says who may approve so much; asked for after the transaction, which the database has undone. */
async function aboveLimit(
  approving: Approving,
  { refusal }: { readonly refusal: Refusal },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller } = approving;
  const found = await findWithdrawal(context.database, approving);
  if (!found.ok) return found;
  const asked = { refusal, file: found.value, officerId: caller.id, on: today(context) };
  return refuse(await withWhoMay(context.database, asked));
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
  const waits = file.state === 'proposed' || file.state === 'objection-proposed';
  if (waits && !pending.ok) return pending;
  if (await approvedBefore(tx, { approving, file })) return ok(file);
  const decision = pending.ok ? pending.value : undefined;
  if (approving.decisionId !== undefined && approving.decisionId !== decision?.id) {
    return refuse({ code: 'casework.changed-meanwhile' });
  }
  const standing = await standingOf(tx, { context, file });
  if (!standing.ok) return standing;
  const { weighed, met } = standing.value;
  const action = actionOf(file, { decision, contested: standing.value.contested });
  const data = { decisionId: decision?.id ?? null, ...(action === 'refuse' ? toldToday(context, file) : {}) };
  const moved = await step(tx, { context, file, actor: actorOf(caller), action, data, met, seen });
  if (!moved.ok || !decision) return moved;
  const ofPayment = file.state === 'objection-proposed' && standing.value.contested?.outcome === 'approve';
  if (!ofPayment) {
    const { findings, papersAsked } = weighed;
    const samePayee = weighed.facts.payee?.revision === payeeRevisionOf(decision);
    const sameShares = decision.outcome === 'refuse' || !sharesDiffer(findingsOfProposal(decision), findings);
    const stands = samePayee && sameShares && supports(findings, { outcome: decision.outcome, papersAsked });
    if (!stands) return factsChanged(decision, findings);
  }
  const signed = await sign(tx, { approving, file, decision, standing: standing.value });
  if (!signed.ok) return signed;
  const followed = await follow(tx, { approving, file, action });
  if (!followed.ok) return followed;
  const told = { context, file: moved.value };
  const event = toldBy[action];
  if (event) await announce(tx, { ...told, happened: { event, findings: weighed.findings } });
  else {
    // The proposal's note is for the second officer and stays inside.
    const { actions } = standing.value;
    const objection = String(actions.findLast(({ action: done }) => done === 'object')?.data.objection ?? '');
    const decided = { findings: signed.value, upheld: action === 'uphold', objection };
    await announce(tx, { ...told, happened: { event: 'objection-decided', ...decided } });
  }
  return action === 'uphold' ? cameBackMeanwhile(tx, told) : moved;
}

/** Which approvals are told by a decision's own letter. */
const toldBy: Readonly<Record<string, 'decided' | 'refused'>> = {
  approve: 'decided',
  'overturn-refusal': 'decided',
  refuse: 'refused',
};

/** Which step of the process the approval of this decision is. */
function actionOf(
  file: CaseFile,
  { decision, contested }: { readonly decision: Decision | undefined; readonly contested: Contested | null },
): string {
  const outcome = decision?.outcome ?? 'approve';
  if (file.state !== 'objection-proposed' || contested === null)
    return outcome === 'approve' ? 'approve' : 'refuse';
  if (outcome === contested.outcome) return 'uphold';
  return contested.outcome === 'refuse' ? 'overturn-refusal' : 'overturn-payment';
}

/** What the person can do who does not agree, until when; kept with the step that tells the decision. */
export function toldToday(context: WithdrawalContext, file: CaseFile): JsonObject {
  if (!mayObject(file)) return {};
  return remedyData(lastDayToObject(today(context)));
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

/** Signs it on what it rests on; answers these findings, which for an objection to a payment are those that it was paid on. */
async function sign(
  tx: Tx,
  given: {
    readonly approving: Approving;
    readonly file: CaseFile;
    readonly decision: Decision;
    readonly standing: Standing;
  },
): Promise<Result<Findings, Refusal>> {
  const { approving, file, decision, standing } = given;
  const { weighed } = standing;
  const grounds =
    file.state === 'objection-proposed'
      ? await groundsOf(tx, { file, standing })
      : { facts: stored(weighed.facts), findings: stored(weighed.findings) };
  if (!grounds) return refuse({ code: 'casework.no-decision' });
  const approved = await approveDecision(tx, {
    ...{ token: approving.caller.token ?? '', ownerId: file.ownerId, decision },
    ...{ decidedOn: today(approving.context), facts: grounds.facts, findings: grounds.findings },
    at: approving.context.clock.now(),
  });
  return approved.ok ? ok(grounds.findings as unknown as Findings) : approved; // stored by this folder
}

/** What follows from an approved decision besides the step itself. */
async function follow(
  tx: Tx,
  done: { readonly approving: Approving; readonly file: CaseFile; readonly action: string },
): Promise<Result<unknown, Refusal>> {
  const { approving, file, action } = done;
  const held = { owner: file.ownerId, caseId: file.id, at: approving.context.clock.now() };
  switch (action) {
    case 'refuse':
      return releaseHold(tx, { ...held, by: 'refusal' });
    case 'uphold':
      return endOpenObjection(tx, { ...approving, file, outcome: 'upheld' });
    case 'overturn-refusal': {
      const placed = await placeHold(tx, held);
      if (!placed.ok) return refuseHeld({ caller: approving.caller, refusal: placed.refusal });
      return endOpenObjection(tx, { ...approving, file, outcome: 'changed' });
    }
    case 'overturn-payment':
      return endOpenObjection(tx, { ...approving, file, outcome: 'changed' });
    default:
      return ok(true);
  }
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
  const file = found.value;
  const changed = (refusal.problems ?? []).map(({ path, detail }) => ({
    path,
    zh: detail.zh,
    en: detail.en,
  }));
  return file.state === 'objection-proposed'
    ? step(tx, { context, file, actor: actorOf(back.caller), action: 'return-objection', data: { changed } })
    : step(tx, { context, file, actor: systemActor, action: 'send-back', data: { changed } });
}

import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import { callApproveDecision, callProposeDecision, decisionsOf } from './decision.store.ts';
import { type Decision, decisionDigest, type Grounds } from './decision.ts';
import { guarded } from './guarded.ts';

/**
 * A decision is proposed by one officer and approved by another. The database looks both up by their live sessions and
 * holds that they differ; what it refuses comes back as a refusal.
 */
export async function proposeDecision(
  tx: Tx,
  proposal: Grounds & {
    readonly token: string;
    readonly ownerId: string;
    readonly caseId: string;
    readonly decisionId: string;
    readonly at: Date;
  },
): Promise<Result<{ readonly makerId: string; readonly digest: Uint8Array }, Refusal>> {
  const digest = decisionDigest(proposal);
  return guarded(callProposeDecision(tx, { ...proposal, digest }).then((makerId) => ({ makerId, digest })));
}

export async function approveDecision(
  tx: Tx,
  approval: {
    readonly token: string;
    readonly ownerId: string;
    readonly decision: Decision;
    readonly decidedOn: Grounds['decidedOn'];
    readonly facts: Grounds['facts'];
    readonly findings: Grounds['findings'];
    readonly at: Date;
  },
): Promise<Result<{ readonly checkerId: string; readonly digest: Uint8Array }, Refusal>> {
  const { decision, decidedOn, facts, findings } = approval;
  const digest = decisionDigest({ ...decision, decidedOn, facts, findings });
  const approved = callApproveDecision(tx, { ...approval, decisionId: decision.id, digest });
  return guarded(approved.then((checkerId) => ({ checkerId, digest })));
}

/** The decision that waits for its approval: the last one proposed, if it has none yet. */
export async function pendingDecision(
  reader: Reader,
  of: { readonly ownerId: string; readonly id: string },
): Promise<Result<Decision, Refusal>> {
  const last = (await decisionsOf(reader, of)).at(-1);
  return last && last.approval === null ? ok(last) : refuse({ code: 'casework.no-decision' });
}

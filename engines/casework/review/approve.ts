import { canonicalJson, ok, type Problem, type Refusal, type Result, refuse, shanghaiDate } from '#basics';
import type { Tx } from '#platform/postgres';
import type { CaseFile, JsonObject } from '../case.ts';
import { decisionsOf } from '../decision.store.ts';
import type { Decision } from '../decision.ts';
import { approveDecision, pendingDecision } from '../decisions.ts';
import { type Reviewing, systemActor, takeStep, type WeighedReview } from './review.ts';

export interface Approving extends Reviewing {
  readonly token: string;
  /** The decision that the reviewer read; another one proposed meanwhile is not approved in its place. */
  readonly decisionId?: string | undefined;
}

/** Where the case is, and the decision that was approved just now; null where the same reviewer had approved it before. */
export interface Approved {
  readonly file: CaseFile;
  readonly decision: Decision | null;
}

/**
 * A second officer approves what was proposed. The facts are gathered anew and weighed: these findings count. Where they
 * no longer support the outcome, or something else would follow than was proposed, it is refused (`casework.facts-changed`);
 * the caller then sends the case back in a transaction of its own.
 */
export async function approveProposal(tx: Tx, approving: Approving): Promise<Result<Approved, Refusal>> {
  const { file, procedure, decisionId } = approving;
  const pending = await pendingDecision(tx, file);
  if (file.state === 'proposed' && !pending.ok) return pending;
  if (await approvedBefore(tx, approving)) return ok({ file, decision: null });
  const decision = pending.ok ? pending.value : null;
  if (decisionId !== undefined && decisionId !== decision?.id) {
    return refuse({ code: 'casework.changed-meanwhile' });
  }
  const weighed = await procedure.weigh(tx, file);
  if (!weighed.ok) return weighed;
  const moved = await takeStep(tx, {
    ...approving,
    action: decision?.outcome === 'refuse' ? 'refuse' : 'approve',
    data: { decisionId: decision?.id ?? null },
    met: decision ? [decision.outcome === 'approve' ? 'approval-proposed' : 'refusal-proposed'] : [],
  });
  if (!moved.ok) return moved;
  if (!decision) return refuse({ code: 'casework.no-decision' });
  const changed = changes(decision, weighed.value);
  if (changed.length > 0) return refuse({ code: 'casework.facts-changed', problems: changed });
  const at = procedure.clock.now();
  const { facts, findings } = weighed.value;
  const given = { token: approving.token, ownerId: file.ownerId, decision, facts, findings, at };
  const signed = await approveDecision(tx, { ...given, decidedOn: shanghaiDate(at) });
  return signed.ok ? ok({ file: moved.value, decision }) : signed;
}

/** Sends the case back to the clerk, with what changed. */
export function sendBack(
  tx: Tx,
  { procedure, file, refusal }: Pick<Reviewing, 'procedure' | 'file'> & { readonly refusal: Refusal },
): Promise<Result<CaseFile, Refusal>> {
  const changed = (refusal.problems ?? []).map(
    ({ path, detail }): JsonObject => ({ path, zh: detail.zh, en: detail.en }),
  );
  return takeStep(tx, { procedure, file, actor: systemActor, action: 'send-back', data: { changed } });
}

/** The same reviewer approving the same decision again has done so already; it is answered as the first time. */
async function approvedBefore(tx: Tx, { file, decisionId, actor }: Approving): Promise<boolean> {
  if (decisionId === undefined) return false;
  const same = (await decisionsOf(tx, file)).find(({ id }) => id === decisionId);
  return same?.approval?.checkerId === actor.id;
}

function changes(decision: Decision, now: WeighedReview): readonly Problem[] {
  if (!now.supported.includes(decision.outcome)) {
    return now.obstacles.length > 0 ? now.obstacles : [unsupported];
  }
  if (decision.outcome === 'refuse') return [];
  const before = decision.findings.consequence ?? null;
  return canonicalJson(before) === canonicalJson(now.consequence) ? [] : [otherConsequence];
}

const unsupported: Problem = {
  path: 'status',
  detail: {
    zh: '现在的事实不再支持提出的决定',
    en: 'The facts as they are now no longer support what was proposed',
  },
};
const otherConsequence: Problem = {
  path: 'consequence',
  detail: {
    zh: '同意以后要登记的内容与提出时不同',
    en: 'An approval would record something else than was proposed',
  },
};

import { ok, type Refusal, type Result, refuse } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { Doing, WithReason } from '../context.ts';
import { guarded } from '../guarded.ts';
import { onTransfer } from '../on-transfer.ts';
import { placeOf } from '../place-of.ts';
import { step, type TransferStep } from '../step.ts';
import {
  callDecide,
  callPropose,
  type OpenProposal,
  openProposal,
  type ProposalKind,
  type Proposing,
} from './proposals.store.ts';

/**
 * The step with which a clerk proposes something, and the proposal itself; the database looks the officer up by the session.
 * Refuses `transfer.no-transfer`, `.money-here`, `.money-being-matched`, `.not-sent-back`, `.no-word`.
 */
export async function stepProposing(
  tx: Tx,
  asked: TransferStep & {
    readonly token: string | null;
    readonly proposal: Omit<Proposing, 'token' | 'owner' | 'caseId' | 'at'>;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { token, proposal, ...doing } = asked;
  const moved = await step(tx, doing);
  if (!moved.ok) return moved;
  const place = { token, ...placeOf(asked.file), at: asked.context.clock.now() };
  const proposed = await guarded(callPropose(tx, { ...place, ...proposal }));
  return proposed.ok ? moved : proposed;
}

interface Deciding {
  readonly doing: Doing;
  readonly file: CaseFile;
  readonly kind: ProposalKind;
}

/**
 * A reviewer who did not propose it agrees to what waits in a case; answers what that was. Refuses `transfer.no-proposal`,
 * `.proposer-is-decider`, `.money-here`.
 */
export function agree(tx: Tx, deciding: Deciding): Promise<Result<OpenProposal, Refusal>> {
  return decide(tx, { ...deciding, approved: true, reason: null });
}

/** The reviewer gives it back to the clerk, with the reason, by a step of the case. */
export function giveBack(
  tx: Tx,
  doing: WithReason & { readonly kind: ProposalKind; readonly action: string },
): Promise<Result<CaseFile, Refusal>> {
  const { kind, action, reason } = doing;
  return onTransfer(tx, doing, async ({ file, by }) => {
    const decided = await decide(tx, { doing, file, kind, approved: false, reason });
    if (!decided.ok) return decided;
    return step(tx, { ...by, action, data: { proposalId: decided.value.proposalId, reason } });
  });
}

async function decide(
  tx: Tx,
  decided: Deciding & { readonly approved: boolean; readonly reason: string | null },
): Promise<Result<OpenProposal, Refusal>> {
  const { doing, file, kind, approved, reason } = decided;
  const waiting = await openProposal(tx, placeOf(file));
  if (waiting?.kind !== kind) return refuse({ code: 'transfer.no-proposal' });
  const { proposalId } = waiting;
  const done = await guarded(
    callDecide(tx, {
      ...{ token: doing.caller.token, owner: file.ownerId, proposalId, approved, reason },
      at: doing.context.clock.now(),
    }),
  );
  return done.ok ? ok(waiting) : done;
}

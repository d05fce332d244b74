import { type Refusal, type Result, refuse } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import { guarded } from '../guarded.ts';
import { placeOf } from '../place-of.ts';
import {
  callDecide,
  callPropose,
  type OpenProposal,
  openProposal,
  type ProposalDecision,
  type ProposalKind,
  type Proposing,
} from './proposals.store.ts';

/**
 * A clerk proposes; the database looks the officer up by the session. Refuses `transfer.no-transfer`, `.money-here`,
 * `.money-being-matched`, `.not-sent-back`, `.no-word`.
 */
export function propose(tx: Tx, asked: Proposing): Promise<Result<void, Refusal>> {
  return guarded(callPropose(tx, asked));
}

/** A reviewer who did not propose it decides. Refuses `transfer.proposer-is-decider`, `.no-proposal`, `.money-here`. */
export function decide(tx: Tx, decided: ProposalDecision): Promise<Result<void, Refusal>> {
  return guarded(callDecide(tx, decided));
}

/** The proposal of a kind that waits in a case; refused where none does. */
export async function waitingProposal(
  reader: Reader,
  { file, kind }: { readonly file: CaseFile; readonly kind: ProposalKind },
): Promise<Result<OpenProposal, Refusal>> {
  const found = await openProposal(reader, placeOf(file));
  return found?.kind === kind ? { ok: true, value: found } : refuse({ code: 'transfer.no-proposal' });
}

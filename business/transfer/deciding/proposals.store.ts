import type { JsonObject } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';

export type ProposalKind = 'refuse-balance' | 'record-sheet';

export interface Proposing {
  readonly token: string | null;
  readonly owner: string;
  readonly proposalId: string;
  readonly caseId: string;
  readonly kind: ProposalKind;
  /** The sheet that is to be recorded; null where it is about the balance. */
  readonly messageId: string | null;
  readonly content: JsonObject;
  readonly reason: string | null;
  readonly at: Date;
}

export async function callPropose(tx: Tx, asked: Proposing): Promise<void> {
  const { token, owner, proposalId, caseId, kind, messageId, content, reason, at } = asked;
  await tx.rows('SELECT propose_in_transfer($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    ...[token, owner, proposalId, caseId, kind, messageId, content, reason, at],
  ]);
}

export interface ProposalDecision {
  readonly token: string | null;
  readonly owner: string;
  readonly proposalId: string;
  readonly approved: boolean;
  /** Why it is given back; null where it is agreed to. */
  readonly reason: string | null;
  readonly at: Date;
}

export async function callDecide(tx: Tx, decided: ProposalDecision): Promise<void> {
  const { token, owner, proposalId, approved, reason, at } = decided;
  await tx.rows('SELECT decide_in_transfer($1, $2, $3, $4, $5, $6)', [
    ...[token, owner, proposalId, approved, reason, at],
  ]);
}

/** What a clerk proposed last in a case and nobody has decided. */
export interface OpenProposal {
  readonly proposalId: string;
  readonly kind: ProposalKind;
  readonly messageId: string | null;
  readonly content: JsonObject;
  readonly reason: string | null;
  readonly makerId: string;
  /** The login name of who proposed it. */
  readonly makerName: string;
  readonly madeAt: Date;
}

export function openProposal(
  reader: Reader,
  { owner, caseId }: { readonly owner: string; readonly caseId: string },
): Promise<OpenProposal | undefined> {
  return reader.row<OpenProposal>(
    `SELECT p.id AS "proposalId", p.kind, p.message_id AS "messageId", p.content, p.reason, p.maker_id AS "makerId",
            o.login_name AS "makerName", p.made_at AS "madeAt"
       FROM transfer_proposal p JOIN officer o ON o.id = p.maker_id
      WHERE p.owner_id = $1 AND p.case_id = $2
        AND NOT EXISTS (SELECT FROM transfer_proposal_decision d WHERE d.owner_id = p.owner_id AND d.proposal_id = p.id)
      ORDER BY p.made_at DESC, p.id DESC LIMIT 1`,
    [owner, caseId],
  );
}

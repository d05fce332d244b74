import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { JsonObject } from './case.ts';
import type { Decision, Grounds, Outcome } from './decision.ts';

/** Decisions: written by guard functions that look the officer up by the live session, read from their tables. */

interface DecisionRow {
  readonly id: string;
  readonly case_id: string;
  readonly outcome: Outcome;
  readonly subject: string;
  readonly rule_set: string;
  readonly rule_version: string;
  readonly decided_on: PlainDate;
  readonly facts: JsonObject;
  readonly findings: JsonObject;
  readonly digest: Uint8Array;
  readonly maker_id: string;
  readonly made_at: Date;
  readonly checker_id: string | null;
  readonly a_decided_on: PlainDate;
  readonly a_facts: JsonObject;
  readonly a_findings: JsonObject;
  readonly a_digest: Uint8Array;
  readonly approved_at: Date;
  readonly limit_fen: bigint | null;
}

export interface Proposal extends Grounds {
  readonly token: string;
  readonly ownerId: string;
  readonly caseId: string;
  readonly decisionId: string;
  readonly digest: Uint8Array;
  readonly at: Date;
}

/** Answers the officer whose session it is. */
export async function callProposeDecision(tx: Tx, proposal: Proposal): Promise<string> {
  const row = await tx.row<{ maker: string }>(
    'SELECT propose_decision($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) AS maker',
    [
      proposal.token,
      proposal.ownerId,
      proposal.decisionId,
      proposal.caseId,
      proposal.outcome,
      proposal.subject,
      proposal.ruleSet,
      proposal.ruleVersion,
      proposal.decidedOn,
      JSON.stringify(proposal.facts),
      JSON.stringify(proposal.findings),
      proposal.digest,
      proposal.at,
    ],
  );
  return row?.maker ?? '';
}

export interface ApprovalCall {
  readonly token: string;
  readonly ownerId: string;
  readonly decisionId: string;
  readonly decidedOn: PlainDate;
  readonly facts: JsonObject;
  readonly findings: JsonObject;
  readonly digest: Uint8Array;
  readonly at: Date;
}

export async function callApproveDecision(tx: Tx, approval: ApprovalCall): Promise<string> {
  const row = await tx.row<{ checker: string }>(
    'SELECT approve_decision($1, $2, $3, $4, $5, $6, $7, $8) AS checker',
    [
      approval.token,
      approval.ownerId,
      approval.decisionId,
      approval.decidedOn,
      JSON.stringify(approval.facts),
      JSON.stringify(approval.findings),
      approval.digest,
      approval.at,
    ],
  );
  return row?.checker ?? '';
}

const decisions = `SELECT d.id, d.case_id, d.outcome, d.subject, d.rule_set, d.rule_version, d.decided_on, d.facts,
    d.findings, d.digest, d.maker_id, d.made_at, a.checker_id, a.decided_on AS a_decided_on, a.facts AS a_facts,
    a.findings AS a_findings, a.digest AS a_digest, a.approved_at, a.limit_fen
  FROM decision d LEFT JOIN decision_approval a ON a.owner_id = d.owner_id AND a.decision_id = d.id`;

/** The decisions of a case, oldest first, each with its approval where it has one. */
export async function decisionsOf(
  reader: Reader,
  of: { readonly ownerId: string; readonly id: string },
): Promise<readonly Decision[]> {
  const rows = await reader.rows<DecisionRow>(
    `${decisions} WHERE d.owner_id = $1 AND d.case_id = $2 ORDER BY d.made_at, d.id`,
    [of.ownerId, of.id],
  );
  return rows.map(decision);
}

/** The decisions of many cases at once. */
export async function decisionsOfCases(
  reader: Reader,
  files: readonly { readonly ownerId: string; readonly id: string }[],
): Promise<readonly Decision[]> {
  const rows = await reader.rows<DecisionRow>(
    `${decisions} WHERE d.owner_id = ANY ($1) AND d.case_id = ANY ($2) ORDER BY d.made_at, d.id`,
    [files.map(({ ownerId }) => ownerId), files.map(({ id }) => id)],
  );
  return rows.map(decision);
}

function decision(row: DecisionRow): Decision {
  return {
    id: row.id,
    caseId: row.case_id,
    outcome: row.outcome,
    subject: row.subject,
    ruleSet: row.rule_set,
    ruleVersion: row.rule_version,
    decidedOn: row.decided_on,
    facts: row.facts,
    findings: row.findings,
    digest: row.digest,
    makerId: row.maker_id,
    madeAt: row.made_at,
    approval:
      row.checker_id === null
        ? null
        : {
            checkerId: row.checker_id,
            decidedOn: row.a_decided_on,
            facts: row.a_facts,
            findings: row.a_findings,
            digest: row.a_digest,
            approvedAt: row.approved_at,
            limitFen: row.limit_fen,
          },
  };
}

import { canonicalJson, type PlainDate } from '#basics';
import type { JsonObject } from './case.ts';
import { sha256 } from './chain.ts';

export type Outcome = 'approve' | 'refuse';

/** What a decision rests on: enough to compute it again, byte for byte. */
export interface Grounds {
  readonly outcome: Outcome;
  readonly subject: string;
  readonly ruleSet: string;
  readonly ruleVersion: string;
  readonly decidedOn: PlainDate;
  readonly facts: JsonObject;
  readonly findings: JsonObject;
}

/** A decision as its maker proposed it. */
export interface Decision extends Grounds {
  readonly id: string;
  readonly caseId: string;
  readonly digest: Uint8Array;
  readonly makerId: string;
  readonly madeAt: Date;
  readonly approval: Approval | null;
}

/** The second officer's approval, with facts and findings of its own day. */
export interface Approval {
  readonly checkerId: string;
  readonly decidedOn: PlainDate;
  readonly facts: JsonObject;
  readonly findings: JsonObject;
  readonly digest: Uint8Array;
  readonly approvedAt: Date;
  /** How much its officer might approve then, in fen; null for approvals from before there were limits. */
  readonly limitFen: bigint | null;
}

/** SHA-256 over the canonical text of all that a decision rests on. */
export function decisionDigest(of: Grounds): Uint8Array {
  const { outcome, subject, ruleSet, ruleVersion, decidedOn, facts, findings } = of;
  return sha256(canonicalJson({ outcome, subject, ruleSet, ruleVersion, decidedOn, facts, findings }));
}

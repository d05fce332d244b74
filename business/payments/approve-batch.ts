import { ok, type Problem, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { PaymentsContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callApproveBatch } from './guards.store.ts';
import { contestedLines, linesOfBatch } from './store.ts';

/** Both approvals that a batch needs. */
export const approvalsNeeded = 2;

export interface BatchApproval {
  readonly caller: Caller;
  readonly batchId: string;
  /** The digest of the batch as the officer saw it. */
  readonly digest: Uint8Array;
}

export interface BatchApproved {
  /** Which approval this was. */
  readonly approvals: number;
  /** Whether the batch goes to the bank now. */
  readonly released: boolean;
  readonly lineCount: number;
}

/**
 * Approves a batch as it was shown. The second of two finance officers, neither of whom built it, lets it go: then every case
 * of it moves on in the same transaction. The database compares the lines with those that were frozen, and lets none go that
 * somebody objects to; which they are is told here.
 */
export async function approveBatch(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'onReleased'>,
  { caller, batchId, digest }: BatchApproval,
): Promise<Result<BatchApproved, Refusal>> {
  const contested = await contestedLines(tx, batchId);
  if (contested.length > 0)
    return refuse({ code: 'payments.order-contested', problems: contested.map(contestedLine) });
  const at = context.clock.now();
  const approved = await guarded(callApproveBatch(tx, { token: caller.token, batchId, digest, at }));
  if (!approved.ok) return approved;
  const lines = await linesOfBatch(tx, batchId);
  const released = approved.value === approvalsNeeded;
  if (released) {
    for (const { ownerId: owner, caseId, orderId } of lines) {
      const moved = await context.onReleased(tx, { owner, caseId, orderId, batchId, at, by: caller });
      if (!moved.ok) return moved;
    }
  }
  return ok({ approvals: approved.value, released, lineCount: lines.length });
}

function contestedLine(lineNo: number): Problem {
  const detail = {
    zh: `第 ${lineNo} 笔有人提出异议或者份额有争议`,
    en: `payment ${lineNo} is objected to, or a disputed share`,
  };
  return { path: `lines.${lineNo}`, detail };
}

import { fen, ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import { batchDigest } from './batch-digest.ts';
import type { PaymentsContext } from './context.ts';
import { isoId } from './end-to-end-id.ts';
import { guarded } from './guarded.ts';
import { callAddToBatch, callBuildBatch } from './guards.store.ts';
import type { BatchLine } from './payment.ts';
import { ordersDue } from './store.ts';

/** As many payments as one file to the bank has at most. */
export const batchLimit = 1_000;

export interface BatchWish {
  readonly caller: Caller;
  /** Which orders; everything due where it is null. */
  readonly orderIds: readonly string[] | null;
  readonly executeOn: PlainDate;
}

export interface BatchBuilt {
  readonly batchId: string;
  readonly lineCount: number;
  readonly totalFen: bigint;
  /** SHA-256 over the lines, hexadecimal: what its approvers approve. */
  readonly digest: string;
}

/**
 * Freezes orders that are due into a batch, in the name of the finance officer who asks. All or nothing: one transaction,
 * because a batch with a line that another batch took could be neither released nor emptied.
 */
export async function buildBatch(
  tx: Tx,
  context: Pick<PaymentsContext, 'ids' | 'clock'>,
  { caller, orderIds, executeOn }: BatchWish,
): Promise<Result<BatchBuilt, Refusal>> {
  const due = await ordersDue(tx, { orderIds, after: null, limit: batchLimit });
  const missing = (orderIds ?? []).find((id) => !due.some((order) => order.orderId === id));
  if (missing !== undefined) return refuse({ code: 'payments.not-due', figures: { orderId: missing } });
  if (due.length === 0) return refuse({ code: 'payments.nothing-due' });
  const lines: readonly BatchLine[] = due.map((order, place) => ({ ...order, lineNo: place + 1 }));
  const batchId = context.ids.next('bat');
  const totalFen = fen(lines.reduce((sum, line) => sum + line.amountFen, 0n));
  const digest = batchDigest(lines);
  const built = await guarded(
    freeze(tx, lines, {
      ...{
        token: caller.token,
        batchId,
        messageId: isoId(batchId),
        lineCount: lines.length,
        totalFen,
        executeOn,
      },
      digest,
      at: context.clock.now(),
    }),
  );
  if (!built.ok) return built;
  return ok({ batchId, lineCount: lines.length, totalFen, digest: Buffer.from(digest).toString('hex') });
}

async function freeze(
  tx: Tx,
  lines: readonly BatchLine[],
  batch: Parameters<typeof callBuildBatch>[1],
): Promise<void> {
  await callBuildBatch(tx, batch);
  await callAddToBatch(tx, batch.batchId, lines);
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import { ok, type Problem, type Refusal, type Result, refuse } from '#basics';
import { parsePart } from '#platform/http';
import type { Signer, Verifier } from '#platform/signing';
import { checkJws, openJws, receiptType, signJws } from './jws.ts';

export type ReceiptStatus = 'taken' | 'waiting' | 'refused';

/** What a receiver says of a message: it has it, it has it and waits for one before it, or it will not have it. */
export interface Receipt {
  readonly version: '1';
  readonly messageId: string;
  readonly transferId: string;
  /** SHA-256 of the JWS as it was received, hexadecimal. */
  readonly digest: string;
  readonly status: ReceiptStatus;
  readonly reason: string | null;
  readonly problems: readonly Problem[];
  readonly receivedAt: string;
  /** The region of who received it. */
  readonly by: string;
}

export function digestOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

export function signReceipt(signer: Signer, receipt: Receipt): string {
  return signJws(signer, receiptType, receipt);
}

/** A largest receipt: a hundred problems with their sentences fit well. */
export const largestReceipt = 128 * 1024;

const text = z.strictObject({ zh: z.string().max(1000), en: z.string().max(1000) });
const receiptSchema = z.strictObject({
  version: z.literal('1'),
  messageId: z.string(),
  transferId: z.string(),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  status: z.enum(['taken', 'waiting', 'refused']),
  reason: z.string().max(100).nullable(),
  problems: z.array(z.strictObject({ path: z.string().max(300), detail: text })).max(100),
  receivedAt: z.iso.datetime(),
  by: z.string(),
});

/** The message that a receipt must be about. */
export interface ReceiptFor {
  readonly messageId: string;
  readonly transferId: string;
  readonly digest: string;
  /** Who must have signed it. */
  readonly by: string;
}

/**
 * Reads a receipt and checks that the partner signed it and that it speaks of this message and these bytes. `at`: when it
 * came; its key must have been valid at the time that it names, which may not lie ahead of `at`.
 * Refuses `exchange.bad-receipt` and what `checkJws` refuses.
 */
export function readReceipt(
  jws: string,
  {
    about,
    verifier,
    until,
  }: { readonly about: ReceiptFor; readonly verifier: Verifier; readonly until: Date },
): Result<Receipt, Refusal> {
  const opened = jws.length > largestReceipt ? badReceipt : openJws(jws, receiptType);
  if (!opened.ok) return opened;
  const read = parsePart(receiptSchema, opened.value.payload);
  if (read.problems.length > 0) return badReceipt;
  const receipt = read.value as Receipt; // the schema has exactly its keys
  const receivedAt = new Date(receipt.receivedAt);
  const checked = checkJws(opened.value, { verifier, at: receivedAt });
  if (!checked.ok) return checked;
  const fits = (['messageId', 'transferId', 'digest', 'by'] as const).every(
    (key) => receipt[key] === about[key],
  );
  return fits && receivedAt <= until ? ok(receipt) : badReceipt;
}

const badReceipt = refuse({ code: 'exchange.bad-receipt' });

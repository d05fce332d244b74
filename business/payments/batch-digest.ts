import { createHash } from 'node:crypto';
import type { BatchLine } from './payment.ts';

/** The SHA-256 of a batch's lines, in order; the database takes the same (`batch_digest`) before it lets a batch go. */
export function batchDigest(lines: readonly BatchLine[]): Uint8Array {
  const text = [...lines]
    .sort((a, b) => a.lineNo - b.lineNo)
    .map(({ lineNo, ownerId, orderId, attempt, amountFen, payeeRevision }) =>
      [lineNo, ownerId, orderId, attempt, amountFen, payeeRevision].join('|'),
    )
    .join('\n');
  return createHash('sha256').update(text, 'utf8').digest();
}

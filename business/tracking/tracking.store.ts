import type { Reader, Tx } from '#platform/postgres';

/** Counts a try of one asker at one number; false where that asker is locked out of it. */
export async function countTry(tx: Tx, askerHash: Uint8Array): Promise<boolean> {
  const row = await tx.row<{ may: boolean }>('SELECT count_tracking_try($1) AS may', [askerHash]);
  return row?.may === true;
}

export async function forgetTries(reader: Reader, askerHash: Uint8Array): Promise<void> {
  await reader.rows('SELECT forget_tracking_try($1)', [askerHash]);
}

export interface Spent {
  readonly numberHash: Uint8Array;
  readonly factor: 'code' | 'document';
}

/** Takes a try out of what all askers together may try at a number; false where nothing is left. */
export async function spendTry(tx: Tx, { numberHash, factor }: Spent): Promise<boolean> {
  const row = await tx.row<{ may: boolean }>('SELECT spend_tracking_try($1, $2) AS may', [
    numberHash,
    factor,
  ]);
  return row?.may === true;
}

export async function refundTry(reader: Reader, { numberHash, factor }: Spent): Promise<void> {
  await reader.rows('SELECT refund_tracking_try($1, $2)', [numberHash, factor]);
}

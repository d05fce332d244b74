import type { Reader, Tx } from '#platform/postgres';

/** Counts a try to ask after a number; false where it is locked. */
export async function countTry(tx: Tx, numberHash: Uint8Array): Promise<boolean> {
  const row = await tx.row<{ may: boolean }>('SELECT count_tracking_try($1) AS may', [numberHash]);
  return row?.may === true;
}

export async function forgetTries(reader: Reader, numberHash: Uint8Array): Promise<void> {
  await reader.rows('SELECT forget_tracking_try($1)', [numberHash]);
}

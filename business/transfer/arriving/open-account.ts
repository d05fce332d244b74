import { openAccount } from '#engines/ledger';
import type { Tx } from '#platform/postgres';
import { type TransferContext, today } from '../context.ts';

/** G0.1: an account is established for whoever comes and has none here. One that was closed opens with the money that comes. */
export async function openArrivingAccount(
  tx: Tx,
  { context, owner }: { readonly context: TransferContext; readonly owner: string },
): Promise<void> {
  await openAccount(tx, { owner, on: today(context) });
}

import type { PlainDate } from '#basics';
import type { Tx } from '#platform/postgres';

// The application's role has no right to write the ledger's tables: each of these is one guard function of the database.

export interface Opening {
  readonly owner: string;
  readonly run: string;
  readonly line: number;
  readonly amountFen: bigint;
  /** The day on which the balance stood so: interest runs from it. */
  readonly balanceOn: PlainDate;
}

export async function callOpen(
  tx: Tx,
  { owner, on }: { readonly owner: string; readonly on: PlainDate },
): Promise<void> {
  await tx.rows('SELECT open_personal_account($1, $2)', [owner, on]);
}

export async function callStage(tx: Tx, { owner, run, line, amountFen, balanceOn }: Opening): Promise<void> {
  await tx.rows('SELECT stage_opening($1, $2, $3, $4, $5)', [owner, run, line, amountFen, balanceOn]);
}

export interface OpeningPosting {
  readonly owner: string;
  readonly run: string;
  readonly line: number;
  readonly journalId: string;
  readonly at: Date;
}

export async function callPostOpening(tx: Tx, posting: OpeningPosting): Promise<boolean> {
  const { owner, run, line, journalId, at } = posting;
  const row = await tx.row<{ posted: boolean }>('SELECT post_opening($1, $2, $3, $4, $5) AS posted', [
    owner,
    run,
    line,
    journalId,
    at,
  ]);
  return row?.posted === true;
}

export interface HoldPlacing {
  readonly owner: string;
  readonly caseId: string;
  readonly at: Date;
}

export interface HoldRelease extends HoldPlacing {
  readonly by: 'refusal' | 'withdrawal-of-application' | 'not-completed';
}

export async function callPlaceHold(tx: Tx, { owner, caseId, at }: HoldPlacing): Promise<void> {
  await tx.rows('SELECT place_hold($1, $2, $3)', [owner, caseId, at]);
}

export async function callPassHold(tx: Tx, { owner, caseId, at }: HoldPlacing): Promise<void> {
  await tx.rows('SELECT pass_hold($1, $2, $3)', [owner, caseId, at]);
}

export async function callReleaseHold(tx: Tx, { owner, caseId, by, at }: HoldRelease): Promise<boolean> {
  const row = await tx.row<{ released: boolean }>('SELECT release_hold($1, $2, $3, $4) AS released', [
    owner,
    caseId,
    by,
    at,
  ]);
  return row?.released === true;
}

export interface SettlementCall {
  readonly owner: string;
  readonly caseId: string;
  readonly decisionId: string;
  readonly interestFen: bigint;
  readonly interestJournalId: string;
  readonly withdrawalJournalId: string;
  readonly authorityId: string;
  readonly orderId: string;
  readonly on: PlainDate;
  readonly at: Date;
}

/** The amount that became payable, in fen. */
export async function callSettle(tx: Tx, call: SettlementCall): Promise<bigint> {
  const row = await tx.row<{ amount: bigint }>(
    'SELECT settle_withdrawal($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS amount',
    [
      call.owner,
      call.caseId,
      call.decisionId,
      call.interestFen,
      call.interestJournalId,
      call.withdrawalJournalId,
      call.authorityId,
      call.orderId,
      call.on,
      call.at,
    ],
  );
  if (row === undefined) throw new Error('settle_withdrawal answered nothing');
  return row.amount;
}

export interface Closing {
  readonly owner: string;
  readonly caseId: string;
  readonly on: PlainDate;
}

export async function callClose(tx: Tx, { owner, caseId, on }: Closing): Promise<boolean> {
  const row = await tx.row<{ closed: boolean }>('SELECT close_personal_account($1, $2, $3) AS closed', [
    owner,
    caseId,
    on,
  ]);
  return row?.closed === true;
}

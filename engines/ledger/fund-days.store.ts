import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { Purpose } from './purposes.ts';

// What was rolled up, and the postings beyond the horizon. One statement reads both, so that nothing is counted twice or not
// at all while the horizon moves.

export interface FundSums {
  readonly account: string;
  readonly normalSide: 'debit' | 'credit';
  readonly debit: string;
  readonly credit: string;
}

export interface AsOf {
  /** Everything that takes effect up to this day, it included. */
  readonly on: PlainDate;
  /** Of that, what was recorded up to the end of this day; null for everything known now. */
  readonly knownOn: PlainDate | null;
}

const everything = `
  SELECT account, effective_on, recorded_on, debit_fen, credit_fen, lines FROM fund_day
  UNION ALL
  SELECT s.account, p.effective_on, (p.recorded_at AT TIME ZONE 'Asia/Shanghai')::date, s.debit, s.credit, 1
    FROM posting p
    CROSS JOIN LATERAL (VALUES (p.debit, p.amount_fen, 0), (p.credit, 0, p.amount_fen)) AS s (account, debit, credit)
   WHERE p.recorded_xid >= (SELECT below_xid FROM fund_horizon)`;

export function sumsAsOf(reader: Reader, { on, knownOn }: AsOf): Promise<FundSums[]> {
  return reader.rows<FundSums>(
    `SELECT coalesce(a.code, d.account) AS account, coalesce(a.normal_side, 'credit') AS "normalSide",
            coalesce(d.debit, 0)::text AS debit, coalesce(d.credit, 0)::text AS credit
       FROM ledger_account a
       FULL JOIN (SELECT account, sum(debit_fen) AS debit, sum(credit_fen) AS credit FROM (${everything}) AS all_days
                   WHERE effective_on <= $1::date AND ($2::date IS NULL OR recorded_on <= $2::date)
                   GROUP BY account) d ON d.account = a.code
      ORDER BY 1`,
    [on, knownOn],
  );
}

export interface DayRow {
  readonly on: PlainDate;
  readonly debit: string;
  readonly credit: string;
  readonly lines: bigint;
}

export interface DaysWish {
  readonly account: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly knownOn: PlainDate | null;
  readonly limit: number;
}

/** The days on which an account moved, oldest first. */
export function daysOf(reader: Reader, { account, from, to, knownOn, limit }: DaysWish): Promise<DayRow[]> {
  return reader.rows<DayRow>(
    `SELECT effective_on AS "on", sum(debit_fen)::text AS debit, sum(credit_fen)::text AS credit, sum(lines)::bigint AS lines
       FROM (${everything}) AS all_days
      WHERE account = $1 AND effective_on BETWEEN $2::date AND $3::date AND ($4::date IS NULL OR recorded_on <= $4::date)
      GROUP BY effective_on ORDER BY effective_on LIMIT $5`,
    [account, from, to, knownOn, limit],
  );
}

export interface EntryPlace {
  readonly ownerId: string;
  readonly journalId: string;
  readonly lineNo: number;
}

export interface FundEntry extends EntryPlace {
  readonly purpose: Purpose;
  readonly debit: string;
  readonly credit: string;
  readonly amountFen: bigint;
  readonly recordedAt: Date;
  readonly caseId: string | null;
}

export interface EntriesWish {
  readonly account: string;
  readonly on: PlainDate;
  readonly knownOn: PlainDate | null;
  readonly after: EntryPlace | null;
  readonly limit: number;
}

/** The entries of one account and day. */
export function entriesOf(
  reader: Reader,
  { account, on, knownOn, after, limit }: EntriesWish,
): Promise<FundEntry[]> {
  return reader.rows<FundEntry>(
    `SELECT owner_id AS "ownerId", journal_id AS "journalId", line_no::integer AS "lineNo", purpose, debit, credit,
            amount_fen AS "amountFen", recorded_at AS "recordedAt", case_id AS "caseId"
       FROM posting
      WHERE effective_on = $2::date AND $1 IN (debit, credit)
        AND ($3::date IS NULL OR (recorded_at AT TIME ZONE 'Asia/Shanghai')::date <= $3::date)
        AND ($4::text IS NULL OR (owner_id, journal_id, line_no) > ($4 COLLATE "C", $5 COLLATE "C", $6::integer))
      ORDER BY owner_id, journal_id, line_no LIMIT $7`,
    [account, on, knownOn, after?.ownerId ?? null, after?.journalId ?? null, after?.lineNo ?? null, limit],
  );
}

export async function isAccount(reader: Reader, code: string): Promise<boolean> {
  return (await reader.row('SELECT 1 AS yes FROM ledger_account WHERE code = $1', [code])) !== undefined;
}

export async function callRollUp(tx: Tx): Promise<bigint> {
  const row = await tx.row<{ horizon: bigint }>('SELECT roll_up_fund_days() AS horizon');
  return row?.horizon ?? 0n;
}

import type { Fen, PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

/** An account that nobody succeeds to, as a first officer said, and what a second one decided. */
export interface Escheat {
  readonly personId: string;
  readonly escheatId: string;
  readonly noticeOn: PlainDate;
  readonly noticeDays: number;
  readonly noticePaper: string;
  readonly reason: string;
  readonly makerId: string;
  readonly madeAt: Date;
  readonly approved: boolean | null;
  readonly checkerId: string | null;
  readonly decisionReason: string | null;
  readonly amountFen: Fen | null;
}

const columns = `e.owner_id AS "personId", e.id AS "escheatId", e.notice_on AS "noticeOn", e.notice_days AS "noticeDays",
  e.notice_paper AS "noticePaper", e.reason, e.maker_id AS "makerId", e.made_at AS "madeAt", d.approved,
  d.checker_id AS "checkerId", d.reason AS "decisionReason", d.amount_fen AS "amountFen"
  FROM escheat e LEFT JOIN escheat_decision d ON d.owner_id = e.owner_id AND d.escheat_id = e.id`;

/** Those that wait for a second officer, the oldest first; of one person all. */
export function escheats(
  reader: Reader,
  asked: { readonly personId: string | null; readonly after: string | null; readonly limit: number },
): Promise<Escheat[]> {
  return reader.rows<Escheat>(
    `SELECT ${columns} WHERE ($1::text IS NULL AND d.escheat_id IS NULL OR e.owner_id = $1)
        AND ($2::text IS NULL OR e.id > $2 COLLATE "C") ORDER BY e.id LIMIT $3`,
    [asked.personId, asked.after, asked.limit],
  );
}

export async function proposeRow(
  tx: Tx,
  row: {
    readonly token: string;
    readonly personId: string;
    readonly escheatId: string;
    readonly noticeOn: PlainDate;
    readonly noticePaper: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT propose_escheat($1, $2, $3, $4, $5, $6, $7)', [
    ...[row.token, row.personId, row.escheatId, row.noticeOn, row.noticePaper, row.reason, row.at],
  ]);
}

/** What would go to the fund today, and who proposed it; undefined where there is no such proposal. */
export function amountAsked(
  reader: Reader,
  asked: { readonly personId: string; readonly escheatId: string; readonly on: PlainDate },
): Promise<{ readonly amountFen: Fen; readonly makerId: string } | undefined> {
  return reader.row(
    `SELECT heirless_amount(owner_id, $3) AS "amountFen", maker_id AS "makerId" FROM escheat WHERE owner_id = $1 AND id = $2`,
    [asked.personId, asked.escheatId, asked.on],
  );
}

/** For how many days a public notice stands, from a day on; null for as long as anybody can tell. */
export interface NoticeDays {
  readonly fromOn: PlainDate | null;
  readonly days: number;
}

export async function writeNoticeDays(tx: Tx, figures: readonly NoticeDays[]): Promise<void> {
  await tx.rows('DELETE FROM heirless_notice');
  for (const { fromOn, days } of figures)
    await tx.rows('INSERT INTO heirless_notice (from_on, days) VALUES ($1, $2)', [
      fromOn ?? '-infinity',
      days,
    ]);
}

export async function decideRow(
  tx: Tx,
  row: {
    readonly token: string;
    readonly personId: string;
    readonly escheatId: string;
    readonly approved: boolean;
    readonly reason: string;
    readonly journalId: string;
    readonly at: Date;
  },
): Promise<Fen | null> {
  const done = await tx.row<{ amount: Fen | null }>(
    'SELECT decide_escheat($1, $2, $3, $4, $5, $6, $7) AS amount',
    [...[row.token, row.personId, row.escheatId, row.approved, row.reason, row.journalId, row.at]],
  );
  return done?.amount ?? null;
}

import type { Reader, Tx } from '#platform/postgres';

/** A limit that was asked for an officer; agreed to, turned down, or still waiting. */
export interface OfficerLimit {
  readonly id: string;
  readonly officerId: string;
  readonly loginName: string;
  readonly amountFen: bigint;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly agreed: boolean | null;
}

export async function askLimit(
  tx: Tx,
  asked: {
    readonly token: string;
    readonly id: string;
    readonly officerId: string;
    readonly amountFen: bigint;
    readonly reason: string;
  },
): Promise<void> {
  const { token, id, officerId, amountFen, reason } = asked;
  await tx.rows('SELECT ask_officer_limit($1, $2, $3, $4, $5)', [token, id, officerId, amountFen, reason]);
}

export async function decideLimit(
  tx: Tx,
  { token, id, agreed }: { readonly token: string; readonly id: string; readonly agreed: boolean },
): Promise<void> {
  await tx.rows('SELECT decide_officer_limit($1, $2, $3)', [token, id, agreed]);
}

/** Every limit that was ever asked for, the latest first. */
export function limitRows(
  reader: Reader,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly OfficerLimit[]> {
  return reader.rows<OfficerLimit>(
    `SELECT l.id, l.officer_id AS "officerId", o.login_name AS "loginName", l.amount_fen AS "amountFen", l.reason,
       l.asked_by AS "askedBy", l.asked_at AS "askedAt", l.decided_by AS "decidedBy", l.decided_at AS "decidedAt", l.agreed
     FROM officer_limit l JOIN officer o ON o.id = l.officer_id
     WHERE $1::text IS NULL OR l.id < $1 ORDER BY l.id DESC LIMIT $2`,
    [after, limit],
  );
}

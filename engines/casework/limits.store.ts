import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

/** Up to which amount every reviewer may approve, from a day on; null for as long as anybody can tell. */
export interface DecisionLimit {
  readonly fromOn: PlainDate | null;
  readonly amountFen: bigint;
}

export async function writeDecisionLimits(tx: Tx, limits: readonly DecisionLimit[]): Promise<void> {
  await tx.rows('DELETE FROM decision_limit');
  for (const { fromOn, amountFen } of limits)
    await tx.rows('INSERT INTO decision_limit (from_on, amount_fen) VALUES ($1, $2)', [
      fromOn ?? '-infinity',
      amountFen,
    ]);
}

/** What stands against an approval by its amount: the amount, the officer's limit, and who may approve so much. */
export interface AboveLimit {
  readonly amountFen: bigint;
  readonly limitFen: bigint;
  readonly may: readonly { readonly nameZh: string; readonly nameEn: string; readonly loginName: string }[];
}

export async function aboveLimitOf(
  reader: Reader,
  asked: {
    readonly ownerId: string;
    readonly decisionId: string;
    readonly officerId: string;
    readonly on: PlainDate;
  },
): Promise<AboveLimit | undefined> {
  const { ownerId, decisionId, officerId, on } = asked;
  const known = await reader.row<{ amountFen: bigint; limitFen: bigint }>(
    `SELECT amount_of_decision($1, $2, $4) AS "amountFen", limit_of_officer($3, $4) AS "limitFen"`,
    [ownerId, decisionId, officerId, on],
  );
  if (!known) return undefined;
  const may = await reader.rows<AboveLimit['may'][number]>(
    `SELECT o.name_zh AS "nameZh", o.name_en AS "nameEn", o.login_name AS "loginName" FROM officer o
      WHERE o.active AND 'reviewer' = ANY (o.roles) AND limit_of_officer(o.id, $3) >= $4
        AND o.id <> (SELECT d.maker_id FROM decision d WHERE d.owner_id = $1 AND d.id = $2)
      ORDER BY o.login_name LIMIT 10`,
    [ownerId, decisionId, on, known.amountFen],
  );
  return { ...known, may };
}

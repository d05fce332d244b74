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
  const made = await reader.row<{ makerId: string }>(
    'SELECT maker_id AS "makerId" FROM decision WHERE owner_id = $1 AND id = $2',
    [ownerId, decisionId],
  );
  return { ...known, may: await whoMayApprove(reader, { ...known, makerId: made?.makerId ?? '', on }) };
}

/** How much an officer may approve on a day. */
export async function limitOf(
  reader: Reader,
  { officerId, on }: { readonly officerId: string; readonly on: PlainDate },
): Promise<bigint> {
  const row = await reader.row<{ limit: bigint | null }>('SELECT limit_of_officer($1, $2) AS "limit"', [
    officerId,
    on,
  ]);
  return row?.limit ?? 0n;
}

/** Reviewers who may approve so much, other than who proposed it. */
export function whoMayApprove(
  reader: Reader,
  asked: { readonly amountFen: bigint; readonly makerId: string; readonly on: PlainDate },
): Promise<AboveLimit['may'][number][]> {
  return reader.rows<AboveLimit['may'][number]>(
    `SELECT o.name_zh AS "nameZh", o.name_en AS "nameEn", o.login_name AS "loginName" FROM officer o
      WHERE o.active AND 'reviewer' = ANY (o.roles) AND limit_of_officer(o.id, $1) >= $2 AND o.id <> $3
      ORDER BY o.login_name LIMIT 10`,
    [asked.on, asked.amountFen, asked.makerId],
  );
}

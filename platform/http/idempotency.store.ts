import type { Reader, Tx } from '#platform/postgres';

/**
 * Takes a key for this transaction. Two at once: the second waits here until the first has committed, and then finds the
 * key taken; where the first rolled back, the second goes on. False where the key was taken before.
 */
export async function takeKey(tx: Tx, { keyHash, bodyHash, at }: TakenKey): Promise<boolean> {
  const taken = await tx.row(
    `INSERT INTO idempotency_key (key_hash, body_hash, status, answer, made_at) VALUES ($1, $2, 0, 'null', $3)
     ON CONFLICT (key_hash) DO NOTHING RETURNING key_hash`,
    [keyHash, bodyHash, at],
  );
  return taken !== undefined;
}

export interface TakenKey {
  readonly keyHash: Uint8Array;
  readonly bodyHash: Uint8Array;
  readonly at: Date;
}

export interface KeptAnswer {
  readonly bodyHash: Uint8Array;
  readonly status: number;
  /** The answer's own text, so that it is repeated byte for byte. */
  readonly answer: string;
}

export async function keptAnswer(tx: Tx, keyHash: Uint8Array): Promise<KeptAnswer | undefined> {
  return tx.row<KeptAnswer>(
    `SELECT body_hash AS "bodyHash", status, answer #>> '{}' AS answer FROM idempotency_key WHERE key_hash = $1`,
    [keyHash],
  );
}

export async function keepAnswer(
  tx: Tx,
  {
    keyHash,
    status,
    answer,
  }: { readonly keyHash: Uint8Array; readonly status: number; readonly answer: string },
): Promise<void> {
  await tx.rows('UPDATE idempotency_key SET status = $2, answer = to_jsonb($3::text) WHERE key_hash = $1', [
    keyHash,
    status,
    answer,
  ]);
}

export async function countAnswers(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM idempotency_key'))?.n ?? 0n;
}

/** Keys without the answer of something that was done; a refusal is never kept. Told by the beginning of their hash. */
export async function brokenAnswers(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ row: string }>(
    `SELECT left(encode(key_hash, 'hex'), 16) AS row FROM idempotency_key
      WHERE status NOT BETWEEN 200 AND 299 OR jsonb_typeof(answer) <> 'string'
         OR NOT (answer #>> '{}' = '' OR answer #>> '{}' IS JSON)
      ORDER BY 1 LIMIT 100`,
  );
  return rows.map(({ row }) => row);
}

import type { Reader } from '#platform/postgres';

export interface KeyRow {
  readonly id: string;
  readonly holder: string;
  readonly scopes: readonly string[];
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

const columns = `id, holder, scopes, made_by AS "madeBy", made_at AS "madeAt", expires_at AS "expiresAt",
  revoked_at AS "revokedAt"`;

export async function liveKey(reader: Reader, secretHash: Uint8Array): Promise<KeyRow | undefined> {
  return reader.row<KeyRow>(
    `SELECT ${columns} FROM api_key
     WHERE secret_hash = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()`,
    [secretHash],
  );
}

export async function listKeyRows(
  reader: Reader,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly KeyRow[]> {
  return reader.rows<KeyRow>(
    `SELECT ${columns} FROM api_key WHERE $1::text IS NULL OR id > $1 ORDER BY id LIMIT $2`,
    [after, limit],
  );
}

export async function insertKey(
  reader: Reader,
  key: Omit<KeyRow, 'revokedAt'> & { readonly secretHash: Uint8Array },
): Promise<void> {
  await reader.rows(
    `INSERT INTO api_key (id, secret_hash, holder, scopes, made_by, made_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [key.id, key.secretHash, key.holder, key.scopes, key.madeBy, key.madeAt, key.expiresAt],
  );
}

/** Whether there is such a key; revoking one that is revoked changes nothing. */
export async function revokeKeyRow(
  reader: Reader,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<boolean> {
  const rows = await reader.rows(
    `UPDATE api_key SET revoked_at = coalesce(revoked_at, now()), revoked_by = coalesce(revoked_by, $2)
     WHERE id = $1 RETURNING 1`,
    [id, by],
  );
  return rows.length > 0;
}

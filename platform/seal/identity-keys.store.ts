import type { Reader, Tx } from '#platform/postgres';

export interface KnownKey {
  /** 16 hexadecimal digits. */
  readonly id: string;
  readonly since: Date;
  /** Since when nothing lies under it; null while it is in use. */
  readonly retiredAt: Date | null;
}

/** The keys that identity numbers lie or lay under, the newest first; the database knows their numbers only. */
export function knownKeys(reader: Reader): Promise<readonly KnownKey[]> {
  return reader.rows<KnownKey>(
    `SELECT encode(key_id, 'hex') AS id, since_at AS since, retired_at AS "retiredAt"
       FROM identity_key ORDER BY since_at DESC, key_id`,
  );
}

/** Waits for numbers that are being taken; those that follow are taken by this key too. */
export async function registerKey(reader: Reader, id: string): Promise<void> {
  await reader.rows('SELECT register_identity_key($1)', [Buffer.from(id, 'hex')]);
}

/** Nobody takes a number until the transaction ends. */
export async function holdNumbers(tx: Tx): Promise<void> {
  await tx.rows('SELECT pg_advisory_xact_lock(7449646017)');
}

/** All keys but this one are put out of use; answers which. */
export async function retireOthers(tx: Tx, newest: string): Promise<readonly string[]> {
  const rows = await tx.rows<{ id: string }>(
    `UPDATE identity_key SET retired_at = clock_timestamp() WHERE key_id <> $1 AND retired_at IS NULL
     RETURNING encode(key_id, 'hex') AS id`,
    [Buffer.from(newest, 'hex')],
  );
  return rows.map(({ id }) => id);
}

import type { Reader } from '#platform/postgres';

/** Whose password it is. Officers and citizens keep it in tables of their own with the same columns. */
export interface Holder {
  readonly kind: 'officer' | 'person';
  /** `off_…` or `usr_…`. */
  readonly id: string;
}

export interface Credential {
  readonly passwordHash: string;
  readonly temporaryUntil: Date | null;
  readonly secondFactorSealed: Uint8Array | null;
  readonly pendingSealed: Uint8Array | null;
  readonly lastStep: bigint;
  readonly failures: number;
  readonly lockedUntil: Date | null;
  /** The database server's time at this reading. */
  readonly now: Date;
}

const places = {
  officer: { table: 'officer_credential', key: 'officer_id' },
  person: { table: 'person_login', key: 'owner_id' },
} as const;

export async function credentialOf(reader: Reader, { kind, id }: Holder): Promise<Credential | undefined> {
  const { table, key } = places[kind];
  return reader.row<Credential>(
    `SELECT password_hash AS "passwordHash", temporary_until AS "temporaryUntil",
       totp_secret_sealed AS "secondFactorSealed", totp_pending_sealed AS "pendingSealed", totp_last_step AS "lastStep",
       failures, locked_until AS "lockedUntil", clock_timestamp() AS now
     FROM ${table} WHERE ${key} = $1`,
    [id],
  );
}

/** Whether the count of failures moved from what was seen; it did not where somebody else tried in between. */
export async function countFailures(
  reader: Reader,
  {
    holder,
    seen,
    failures,
    lockedUntil,
  }: {
    readonly holder: Holder;
    readonly seen: number;
    readonly failures: number;
    readonly lockedUntil: Date | null;
  },
): Promise<boolean> {
  const { table, key } = places[holder.kind];
  const rows = await reader.rows(
    `UPDATE ${table} SET failures = $3, locked_until = $4 WHERE ${key} = $1 AND failures = $2 RETURNING 1`,
    [holder.id, seen, failures, lockedUntil],
  );
  return rows.length > 0;
}

/** Clears the failures and takes the second factor's step, unless that step was taken already. */
export async function takeStep(
  reader: Reader,
  { holder, step }: { readonly holder: Holder; readonly step: bigint | null },
): Promise<boolean> {
  const { table, key } = places[holder.kind];
  const rows = await reader.rows(
    `UPDATE ${table} SET failures = 0, locked_until = NULL, totp_last_step = coalesce($2, totp_last_step)
     WHERE ${key} = $1 AND ($2::bigint IS NULL OR totp_last_step < $2) RETURNING 1`,
    [holder.id, step],
  );
  return rows.length > 0;
}

export async function setPassword(
  reader: Reader,
  {
    holder,
    passwordHash,
    temporaryUntil,
  }: { readonly holder: Holder; readonly passwordHash: string; readonly temporaryUntil: Date | null },
): Promise<void> {
  const { table, key } = places[holder.kind];
  await reader.rows(
    `UPDATE ${table} SET password_hash = $2, temporary_until = $3, failures = 0, locked_until = NULL, changed_at = now()
     WHERE ${key} = $1`,
    [holder.id, passwordHash, temporaryUntil],
  );
}

export async function setPendingFactor(
  reader: Reader,
  { holder, sealed }: { readonly holder: Holder; readonly sealed: Uint8Array },
): Promise<void> {
  const { table, key } = places[holder.kind];
  await reader.rows(`UPDATE ${table} SET totp_pending_sealed = $2 WHERE ${key} = $1`, [holder.id, sealed]);
}

/** From now on this second factor counts, and the step that proved it is used. */
export async function setSecondFactor(
  reader: Reader,
  {
    holder,
    sealed,
    step,
  }: { readonly holder: Holder; readonly sealed: Uint8Array | null; readonly step: bigint },
): Promise<void> {
  const { table, key } = places[holder.kind];
  await reader.rows(
    `UPDATE ${table} SET totp_secret_sealed = $2, totp_pending_sealed = NULL, totp_last_step = $3, changed_at = now()
     WHERE ${key} = $1`,
    [holder.id, sealed, step],
  );
}

/** Security goes by the server's own clock: a demo's or a test's business clock must not revive anything. */
export async function serverNow(reader: Reader): Promise<Date> {
  const row = await reader.row<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (!row) throw new Error('the server did not tell its time');
  return row.now;
}

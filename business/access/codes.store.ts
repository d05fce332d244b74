import type { IdentityKind } from '#business/registry/public';
import type { Reader, Tx } from '#platform/postgres';
import type { Capacity } from './sessions.store.ts';

export type CodePurpose = 'activation' | 'recovery' | 'contact';

export interface SentCode {
  readonly id: string;
  readonly codeHash: Uint8Array;
  readonly expiresAt: Date;
  readonly tries: number;
  readonly usedAt: Date | null;
  readonly now: Date;
}

/** Only the code that was sent last counts. */
export async function lastSentCode(
  reader: Reader,
  { personId, purpose }: { readonly personId: string; readonly purpose: CodePurpose },
): Promise<SentCode | undefined> {
  return reader.row<SentCode>(
    `SELECT id, code_hash AS "codeHash", expires_at AS "expiresAt", tries, used_at AS "usedAt", clock_timestamp() AS now
     FROM one_time_code WHERE owner_id = $1 AND purpose = $2 ORDER BY made_at DESC, id DESC LIMIT 1`,
    [personId, purpose],
  );
}

export async function countCodes(
  reader: Reader,
  { personId, day }: { readonly personId: string; readonly day: string },
): Promise<number> {
  const row = await reader.row<{ count: number }>(
    `SELECT count(*)::int AS count FROM one_time_code WHERE owner_id = $1 AND id LIKE $2`,
    [personId, `${day}/%`],
  );
  return row?.count ?? 0;
}

/** False where another request of the same moment took this number of the day. */
export async function insertSentCode(
  reader: Reader,
  code: {
    readonly personId: string;
    readonly id: string;
    readonly purpose: CodePurpose;
    readonly codeHash: Uint8Array;
    readonly madeAt: Date;
    readonly expiresAt: Date;
  },
): Promise<boolean> {
  const rows = await reader.rows(
    `INSERT INTO one_time_code (owner_id, id, purpose, code_hash, made_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (owner_id, id) DO NOTHING RETURNING 1`,
    [code.personId, code.id, code.purpose, code.codeHash, code.madeAt, code.expiresAt],
  );
  return rows.length > 0;
}

/** Whether this try was counted; it was not where another one came in between. */
export async function countCodeTry(
  reader: Reader,
  { personId, id, seen }: { readonly personId: string; readonly id: string; readonly seen: number },
): Promise<boolean> {
  const rows = await reader.rows(
    'UPDATE one_time_code SET tries = $3 + 1 WHERE owner_id = $1 AND id = $2 AND tries = $3 RETURNING 1',
    [personId, id, seen],
  );
  return rows.length > 0;
}

export async function useSentCode(
  reader: Reader,
  { personId, id }: { readonly personId: string; readonly id: string },
): Promise<boolean> {
  const rows = await reader.rows(
    'UPDATE one_time_code SET used_at = now() WHERE owner_id = $1 AND id = $2 AND used_at IS NULL RETURNING 1',
    [personId, id],
  );
  return rows.length > 0;
}

/** Uses the code up and puts the contact on record that it was sent to, in one. */
export async function callChangeContact(
  tx: Tx,
  change: {
    readonly token: string;
    readonly personId: string;
    readonly id: string;
    readonly field: 'phone' | 'email';
    readonly valueSealed: Uint8Array;
    readonly codeId: string;
    readonly hashes: readonly Uint8Array[];
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT change_own_contact($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[change.token, change.personId, change.id, change.field, change.valueSealed, change.codeId],
    ...[change.hashes, change.at],
  ]);
}

export interface WindowCode {
  readonly codeHash: Uint8Array;
  readonly personId: string;
  readonly capacity: Capacity;
  readonly loginId: string | null;
  readonly paperReference: string;
}

/** A code from the window that is still good. */
export async function goodWindowCode(
  reader: Reader,
  hashes: readonly Uint8Array[],
): Promise<WindowCode | undefined> {
  return reader.row<WindowCode>(
    `SELECT code_hash AS "codeHash", person_id AS "personId", capacity, login_id AS "loginId",
       paper_reference AS "paperReference"
     FROM activation_code WHERE code_hash = ANY ($1) AND used_at IS NULL AND expires_at > clock_timestamp()`,
    [hashes],
  );
}

export async function useWindowCode(
  reader: Reader,
  { codeHash, loginId }: { readonly codeHash: Uint8Array; readonly loginId: string },
): Promise<boolean> {
  const rows = await reader.rows(
    'UPDATE activation_code SET used_at = now(), used_by = $2 WHERE code_hash = $1 AND used_at IS NULL RETURNING 1',
    [codeHash, loginId],
  );
  return rows.length > 0;
}

/** Uses up, in an officer's name, what the window handed over while a login had this access and nobody used; answers how many. */
export async function voidCodesOf(
  reader: Reader,
  code: {
    readonly personId: string;
    readonly loginId: string;
    readonly capacity: Capacity;
    readonly by: string;
  },
): Promise<number> {
  const rows = await reader.rows(
    `UPDATE activation_code c SET used_at = now(), used_by = $4
      WHERE c.person_id = $1 AND c.capacity = $3 AND c.used_at IS NULL AND c.expires_at > clock_timestamp()
        AND (c.login_id IS NULL OR c.login_id = $2)
        AND EXISTS (SELECT FROM login_person p WHERE p.owner_id = $2 AND p.person_id = $1 AND (p.ended_at IS NULL OR p.ended_at >= c.made_at))
     RETURNING 1`,
    [code.personId, code.loginId, code.capacity, code.by],
  );
  return rows.length;
}

/** Under which name the window identified whoever has just used a successor's code; nobody's where it wrote none down. */
export async function keepHolderOfCode(
  reader: Reader,
  { codeHash, loginId }: { readonly codeHash: Uint8Array; readonly loginId: string },
): Promise<void> {
  await reader.rows('SELECT keep_holder_of_code($1, $2)', [codeHash, loginId]);
}

/** Forgets the names of codes that were used or have expired; the database decides which. Answers how many. */
export async function callForgetCodeNames(tx: Tx, most: number): Promise<number> {
  const row = await tx.row<{ gone: number }>('SELECT forget_code_names($1) AS gone', [most]);
  return row?.gone ?? 0;
}

/** Whom the window identified with a code: of the number of their document only what may lie unsealed. */
export interface CodeHolder {
  readonly name: string;
  readonly identityKind: IdentityKind | null;
  readonly identityTail: string | null;
}

export async function issueWindowCode(
  reader: Reader,
  code: WindowCode & { readonly token: string; readonly minutes: number; readonly holder: CodeHolder | null },
): Promise<Date> {
  const row = await reader.row<{ until: Date }>(
    'SELECT issue_activation_code($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS until',
    [
      code.token,
      code.codeHash,
      code.personId,
      code.capacity,
      code.loginId,
      code.paperReference,
      code.minutes,
      ...[code.holder?.name, code.holder?.identityKind, code.holder?.identityTail],
    ],
  );
  if (!row) throw new Error('issue_activation_code answered nothing');
  return row.until;
}

export async function insertNotice(
  reader: Reader,
  notice: {
    readonly ownerId: string;
    readonly id: string;
    readonly kind: string;
    readonly channel: 'sms' | 'email';
    readonly addressSealed: Uint8Array;
    readonly bodySealed: Uint8Array;
    readonly language: 'zh' | 'en';
    readonly madeAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await reader.rows(
    `INSERT INTO notice_outbox (owner_id, id, kind, channel, address_sealed, body_sealed, language, made_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      notice.ownerId,
      notice.id,
      notice.kind,
      notice.channel,
      notice.addressSealed,
      notice.bodySealed,
      notice.language,
      notice.madeAt,
      notice.expiresAt,
    ],
  );
}

/** Codes that were made before an instant and can still be used, and until when. */
export interface LiveCodes {
  readonly count: number;
  readonly until: Date | null;
}

/** A code is kept by its hash only, so that it cannot go over to another key: it can be used while its key is there. */
export async function liveCodes(reader: Reader, madeBefore: Date): Promise<LiveCodes> {
  const row = await reader.row<LiveCodes>(
    `SELECT count(*)::int AS count, max(expires_at) AS until
       FROM (SELECT made_at, expires_at, used_at FROM activation_code
             UNION ALL SELECT made_at, expires_at, used_at FROM one_time_code) AS codes
      WHERE used_at IS NULL AND expires_at > clock_timestamp() AND made_at < $1`,
    [madeBefore],
  );
  return row ?? { count: 0, until: null };
}

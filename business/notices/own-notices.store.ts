import type { Reader, Tx } from '#platform/postgres';

/** A notice as the person to whom it went finds it. */
export interface OwnNoticeRow {
  readonly ownerId: string;
  readonly id: string;
  readonly kind: string;
  readonly channel: 'sms' | 'email' | 'letter';
  readonly addressSealed: Uint8Array;
  /** Null where it was a code. */
  readonly bodySealed: Uint8Array | null;
  readonly language: 'zh' | 'en';
  readonly state: 'waiting' | 'sent' | 'failed' | 'expired';
  readonly madeAt: Date;
  readonly doneAt: Date | null;
  readonly readAt: Date | null;
  readonly caseNumber: string | null;
}

export interface NoticePlaceInTime {
  readonly madeAt: Date;
  readonly id: string;
}

/** What these records were told themselves, the latest first. */
export function noticesOf(
  reader: Reader,
  asked: {
    readonly owners: readonly string[];
    readonly before: NoticePlaceInTime | null;
    readonly limit: number;
  },
): Promise<readonly OwnNoticeRow[]> {
  const { owners, before, limit } = asked;
  return reader.rows<OwnNoticeRow>(
    `SELECT n.owner_id AS "ownerId", n.id, n.kind, n.channel, n.address_sealed AS "addressSealed", n.body_sealed AS "bodySealed",
            n.language, n.state, n.made_at AS "madeAt", n.done_at AS "doneAt", r.read_at AS "readAt", c.number AS "caseNumber"
       FROM notice_outbox n
       LEFT JOIN notice_reading r ON r.owner_id = n.owner_id AND r.notice_id = n.id
       LEFT JOIN case_file c ON c.owner_id = n.owner_id AND c.id = n.case_id
      WHERE n.owner_id = ANY ($1) AND n.addressee = 'person'
        AND ($2::timestamptz IS NULL OR (n.made_at, n.id) < ($2, $3)) ORDER BY n.made_at DESC, n.id DESC LIMIT $4`,
    [owners, before?.madeAt ?? null, before?.id ?? '', limit],
  );
}

export async function countUnread(reader: Reader, owners: readonly string[]): Promise<number> {
  const row = await reader.row<{ n: number }>(
    `SELECT count(*)::int AS n FROM notice_outbox n
      WHERE n.owner_id = ANY ($1) AND n.addressee = 'person'
        AND NOT EXISTS (SELECT FROM notice_reading r WHERE r.owner_id = n.owner_id AND r.notice_id = n.id)`,
    [owners],
  );
  return row?.n ?? 0;
}

/** The language that a person chose for what they are told; by whichever record of theirs it is asked. */
export async function chosenLanguage(reader: Reader, ownerId: string): Promise<'zh' | 'en' | null> {
  const row = await reader.row<{ language: 'zh' | 'en' }>(
    `SELECT language FROM notice_language
      WHERE owner_id = $1
         OR owner_id IN (SELECT survivor_id FROM person_link WHERE merged_id = $1 AND unlinked_at IS NULL)
      ORDER BY chosen_at DESC LIMIT 1`,
    [ownerId],
  );
  return row?.language ?? null;
}

interface Asking {
  readonly token: string;
  readonly ownerId: string;
  readonly at: Date;
}

export async function callReadNotices(
  tx: Tx,
  { token, ownerId, at, ids }: Asking & { readonly ids: readonly string[] },
): Promise<void> {
  await tx.rows('SELECT read_notices($1, $2, $3, $4)', [token, ownerId, ids, at]);
}

export async function callChooseLanguage(
  tx: Tx,
  { token, ownerId, at, language }: Asking & { readonly language: 'zh' | 'en' },
): Promise<void> {
  await tx.rows('SELECT choose_notice_language($1, $2, $3, $4)', [token, ownerId, language, at]);
}

/** What went because it was kept long enough: codes that were handed on, and notices whose time is over. */
export interface Forgotten {
  readonly codes: number;
  readonly notices: number;
}

export async function callForgetNotices(tx: Tx, most: number): Promise<Forgotten> {
  const row = await tx.row<Forgotten>('SELECT codes, notices FROM forget_notices($1)', [most]);
  return row ?? { codes: 0, notices: 0 };
}

import type { Reader, Tx } from '#platform/postgres';
import type { EstateCase } from './context.ts';

export async function callRecordContact(
  tx: Tx,
  one: {
    readonly token: string | null;
    readonly secret: string | null;
    readonly ownerId: string;
    readonly caseId: string;
    readonly successorId: string;
    readonly language: 'zh' | 'en';
    readonly emailSealed: Uint8Array | null;
    readonly at: Date;
  },
): Promise<number> {
  const row = await tx.row<{ revision: number }>(
    'SELECT record_heir_contact($1, $2, $3, $4, $5, $6, $7, $8) AS revision',
    [
      ...[one.token, one.secret, one.ownerId, one.caseId, one.successorId, one.language, one.emailSealed],
      one.at,
    ],
  );
  return row?.revision ?? 0;
}

export interface ContactRow {
  readonly successorId: string;
  readonly language: 'zh' | 'en';
  readonly emailSealed: Uint8Array | null;
  /** Said by a link that a relative passed on. */
  readonly invited: boolean;
}

/** What counts of each heir. */
export function contactsOf(reader: Reader, { ownerId, id }: EstateCase): Promise<ContactRow[]> {
  return reader.rows<ContactRow>(
    `SELECT DISTINCT ON (successor_id) successor_id AS "successorId", language, email_sealed AS "emailSealed", invited
       FROM heir_contact WHERE owner_id = $1 AND case_id = $2 ORDER BY successor_id, revision DESC`,
    [ownerId, id],
  );
}

/**
 * In which language each heir last agreed, waived, objected or named their account themselves, or did anything else in the case by the
 * login that is theirs, where that is known.
 */
export function heirsSpoke(
  reader: Reader,
  { ownerId, id }: EstateCase,
): Promise<Pick<ContactRow, 'successorId' | 'language'>[]> {
  return reader.rows<Pick<ContactRow, 'successorId' | 'language'>>(
    `SELECT DISTINCT ON (heir) heir AS "successorId", language FROM (
       SELECT data ->> 'successorId' AS heir, data ->> 'language' AS language, seq
         FROM case_action WHERE owner_id = $1 AND case_id = $2
          AND (action = 'hear-heir' OR actor_id = data ->> 'successorId')
       UNION ALL
       SELECT l.successor_id, a.data ->> 'language', a.seq
         FROM case_action a JOIN successor_login l ON l.owner_id = a.owner_id AND l.case_id = a.case_id AND l.login_id = a.actor_id
        WHERE a.owner_id = $1 AND a.case_id = $2) spoke
      WHERE language IN ('zh', 'en')
      ORDER BY heir, seq DESC`,
    [ownerId, id],
  );
}

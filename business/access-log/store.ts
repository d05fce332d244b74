import type { Reader, SealSource, Tx } from '#platform/postgres';
import type { PurposeWord } from './purpose.ts';

/** One look at one person's record. */
export interface ViewingRow {
  readonly ownerId: string;
  readonly id: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string;
  readonly operation: string;
  readonly purpose: PurposeWord;
  readonly caseNumber: string | null;
}

/** One statement, whatever their number. */
export async function insertViewings(tx: Tx, rows: readonly ViewingRow[]): Promise<void> {
  await tx.rows(
    `INSERT INTO access_log (owner_id, id, at, actor_kind, actor_id, operation, purpose, case_number)
     SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])`,
    [
      rows.map(({ ownerId }) => ownerId),
      rows.map(({ id }) => id),
      rows.map(({ at }) => at),
      rows.map(({ actorKind }) => actorKind),
      rows.map(({ actorId }) => actorId),
      rows.map(({ operation }) => operation),
      rows.map(({ purpose }) => purpose),
      rows.map(({ caseNumber }) => caseNumber),
    ],
  );
}

const columns = `owner_id AS "ownerId", id, at, actor_kind AS "actorKind", actor_id AS "actorId", operation, purpose,
  case_number AS "caseNumber"`;

export interface ViewingPage {
  /** Whose record was looked at; null for anybody's. */
  readonly ownerId: string | null;
  /** Who looked; null for anybody. */
  readonly actorId: string | null;
  /** The last one of the page before. */
  readonly before: string | null;
  readonly limit: number;
}

/** Viewings, the latest first: of a person, by an officer, or both. */
export async function listViewings(
  reader: Reader,
  { ownerId, actorId, before, limit }: ViewingPage,
): Promise<readonly ViewingRow[]> {
  return reader.rows<ViewingRow>(
    `SELECT ${columns} FROM access_log
      WHERE ($1::text IS NULL OR owner_id = $1) AND ($2::text IS NULL OR actor_id = $2) AND ($3::text IS NULL OR id < $3)
      ORDER BY id DESC LIMIT $4`,
    [ownerId, actorId, before, limit],
  );
}

/** All that a viewing says, as texts in this order. */
const parts = `ARRAY[owner_id, id, instant_text(at), actor_kind, actor_id, operation, purpose, case_number]`;

/** The access log, as the daily seal covers it. */
export const viewingSource: SealSource = {
  name: 'viewing',
  text: { zh: '查阅记录', en: 'The access log' },
  select: `SELECT owner_id || '/' || id AS id, digest_of(VARIADIC ${parts}) AS digest, recorded_xid AS xid FROM access_log`,
  async find(reader, id) {
    const [ownerId, viewing] = id.split('/');
    return reader.row(
      `SELECT owner_id || '/' || id AS id, digest_of(VARIADIC ${parts}) AS digest, recorded_xid AS xid, NULL AS previous,
         array_to_json(${parts})::text AS text, NULL AS content
       FROM access_log WHERE owner_id = $1 AND id = $2`,
      [ownerId, viewing],
    );
  },
};

import type { Reader, Tx } from '#platform/postgres';
import type { DocumentRow } from './person.store.ts';

/** By what two records are alike. */
export type DoubleSign = 'name-and-birth' | 'latin-name-and-birth' | 'number-alike';

export interface PairRow {
  readonly oneId: string;
  readonly otherId: string;
  readonly signs: readonly DoubleSign[];
  readonly foundAt: Date;
}

/** Pairs that nobody has judged and that are not linked, in the order of their ids. */
export async function openPairs(
  reader: Reader,
  page: {
    readonly after: { readonly oneId: string; readonly otherId: string } | null;
    readonly limit: number;
  },
): Promise<PairRow[]> {
  return reader.rows<PairRow>(
    `SELECT p.owner_id AS "oneId", p.other_id AS "otherId", array_agg(p.sign ORDER BY p.sign) AS signs,
       min(p.found_at) AS "foundAt"
     FROM double_pair p
     WHERE ($1::text IS NULL OR (p.owner_id, p.other_id) > ($1, $2))
       AND NOT EXISTS (SELECT FROM double_judgement j WHERE j.owner_id = p.owner_id AND j.other_id = p.other_id)
       AND NOT EXISTS (SELECT FROM person q JOIN import_run r ON r.id = q.run_id AND r.abandoned_at IS NOT NULL
         WHERE q.owner_id IN (p.owner_id, p.other_id))
       AND NOT EXISTS (SELECT FROM person_link l WHERE l.unlinked_at IS NULL
         AND (l.merged_id = p.owner_id AND l.survivor_id = p.other_id
           OR l.merged_id = p.other_id AND l.survivor_id = p.owner_id))
     GROUP BY p.owner_id, p.other_id ORDER BY p.owner_id, p.other_id LIMIT $3`,
    [page.after?.oneId ?? null, page.after?.otherId ?? null, page.limit],
  );
}

/** Documents whose likeness is not on record yet: of everybody, or of those whom an import brought. */
export async function documentsWithoutLikeness(
  reader: Reader,
  page: {
    readonly keyId: string;
    readonly runId: string | null;
    readonly after: string;
    readonly limit: number;
  },
): Promise<DocumentRow[]> {
  return reader.rows<DocumentRow>(
    `SELECT d.owner_id AS "ownerId", d.id, d.kind, d.issuer, d.number_hash AS "numberHash", d.number_sealed AS "numberSealed",
       d.number_tail AS "numberTail", d.recorded_at AS "recordedAt"
     FROM identity_document d
     WHERE d.owner_id >= $2 AND ($1::text IS NULL OR EXISTS (SELECT FROM person p WHERE p.owner_id = d.owner_id AND p.run_id = $1))
       AND NOT EXISTS (SELECT FROM number_likeness n WHERE n.owner_id = d.owner_id AND n.document_id = d.id
         AND n.key_id = $4)
     ORDER BY d.owner_id, d.id LIMIT $3`,
    [page.runId, page.after, page.limit, page.keyId],
  );
}

export async function insertLikenesses(
  tx: Tx,
  {
    keyId,
    rows,
  }: {
    readonly keyId: string;
    readonly rows: readonly {
      readonly ownerId: string;
      readonly documentId: string;
      readonly hash: Uint8Array;
    }[];
  },
): Promise<void> {
  await tx.rows(
    `INSERT INTO number_likeness (owner_id, document_id, likeness_hash, key_id)
     SELECT l.*, $4 FROM unnest($1::text[], $2::text[], $3::bytea[]) AS l ON CONFLICT DO NOTHING`,
    [
      rows.map(({ ownerId }) => ownerId),
      rows.map(({ documentId }) => documentId),
      rows.map(({ hash }) => hash),
      keyId,
    ],
  );
}

/** Answers how many pairs are new. */
export async function callFindDoubles(
  tx: Tx,
  { runId, at }: { readonly runId: string | null; readonly at: Date },
): Promise<bigint> {
  const row = await tx.row<{ found: bigint }>('SELECT find_doubles($1, $2) AS found', [runId, at]);
  return row?.found ?? 0n;
}

export async function callJudgeDouble(
  tx: Tx,
  judgement: {
    readonly token: string;
    readonly oneId: string;
    readonly otherId: string;
    readonly reason: string;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT judge_double($1, $2, $3, $4, $5)', [
    judgement.token,
    judgement.oneId,
    judgement.otherId,
    judgement.reason,
    judgement.at,
  ]);
}

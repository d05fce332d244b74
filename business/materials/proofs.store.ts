import type { Reader } from '#platform/postgres';

/** What the proofs of papers read; a hundred broken rows at most where they list some. */

export interface HandedIn {
  readonly row: string;
  readonly reference: string;
  readonly names: readonly string[];
}

/** Every paper of uploaded pages, with the names of its files in their order. */
export function handedIn(reader: Reader, after: string, limit: number): Promise<readonly HandedIn[]> {
  return reader.rows<HandedIn>(
    `SELECT * FROM (
       SELECT p.owner_id || '/' || p.case_id || '/' || p.material_id || '/' || p.revision AS row,
              m.paper_reference AS reference, array_agg(f.stored_name ORDER BY p.page) AS names
         FROM paper_page p
         JOIN case_material m USING (owner_id, case_id, material_id, revision)
         JOIN paper_file f ON f.owner_id = p.owner_id AND f.id = p.file_id
        GROUP BY 1, 2) AS papers
      WHERE row COLLATE "C" > $1 ORDER BY row COLLATE "C" LIMIT $2`,
    [after, limit],
  );
}

/** Cases whose verdicts are not the steps that clerks took: one missing, one too many, another officer's or another word. */
export async function verdictsUnlikeSteps(
  reader: Reader,
): Promise<{ readonly rows: bigint; readonly broken: readonly string[] }> {
  const count = await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM paper_verdict');
  const broken = await reader.rows<{ row: string }>(
    `WITH steps AS (
       SELECT owner_id, case_id, data ->> 'materialId' AS material_id, (data ->> 'revision')::int AS revision,
              data ->> 'verdict' AS verdict, data ->> 'why' AS reason, (data ->> 'validUntil')::date AS valid_until,
              actor_id AS officer_id, count(*) AS n
         FROM case_action WHERE action = 'judge-paper' GROUP BY 1, 2, 3, 4, 5, 6, 7, 8),
     words AS (
       SELECT owner_id, case_id, material_id, revision, verdict, reason, valid_until, officer_id, count(*) AS n
         FROM paper_verdict GROUP BY 1, 2, 3, 4, 5, 6, 7, 8)
     SELECT coalesce(w.owner_id, s.owner_id) || '/' || coalesce(w.case_id, s.case_id) || '/'
              || coalesce(w.material_id, s.material_id) AS row
       FROM words w FULL JOIN steps s ON s.owner_id = w.owner_id AND s.case_id = w.case_id AND s.material_id = w.material_id
        AND s.revision = w.revision AND s.verdict = w.verdict AND s.reason IS NOT DISTINCT FROM w.reason
        AND s.valid_until IS NOT DISTINCT FROM w.valid_until AND s.officer_id = w.officer_id
      WHERE w.n IS DISTINCT FROM s.n ORDER BY 1 LIMIT 100`,
  );
  return { rows: count?.n ?? 0n, broken: broken.map(({ row }) => row) };
}

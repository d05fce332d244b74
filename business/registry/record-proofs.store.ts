import type { Reader } from '#platform/postgres';

/** A row that breaks a promise, and which part of it. */
export interface Unproved {
  readonly row: string;
  readonly what: string;
}

export async function countCorrections(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM correction'))?.n ?? 0n;
}

export async function countMerges(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM merge_step'))?.n ?? 0n;
}

/** What was corrected without an approval of two, and approved corrections that changed nothing. */
export function strayCorrections(reader: Reader): Promise<Unproved[]> {
  return reader.rows<Unproved>(
    `WITH made AS (
       SELECT owner_id, correction_id FROM record_entry WHERE correction_id IS NOT NULL
       UNION SELECT owner_id, correction_id FROM person_detail WHERE correction_id IS NOT NULL
       UNION SELECT owner_id, correction_id FROM identity_document WHERE correction_id IS NOT NULL
       UNION SELECT owner_id, correction_id FROM employment WHERE correction_id IS NOT NULL
       UNION SELECT owner_id, correction_id FROM employment_end WHERE correction_id IS NOT NULL
       UNION SELECT owner_id, correction_id FROM paid_period WHERE correction_id IS NOT NULL
       UNION SELECT owner_id, correction_id FROM record_void WHERE correction_id IS NOT NULL
       UNION SELECT v.owner_id, v.run_id FROM record_void v WHERE v.run_id IS NOT NULL AND NOT EXISTS (SELECT FROM import_run r
         JOIN import_abandonment a ON a.run_id = r.id AND a.checker_id <> a.maker_id
        WHERE r.id = v.run_id AND r.abandoned_at IS NOT NULL)),
     approved AS (SELECT owner_id, correction_id FROM correction_decision WHERE approved AND checker_id <> maker_id)
     SELECT coalesce(m.owner_id, a.owner_id) || '/' || coalesce(m.correction_id, a.correction_id) AS row,
            CASE WHEN a.owner_id IS NULL THEN 'not-approved' ELSE 'not-applied' END AS what
       FROM made m FULL JOIN approved a ON a.owner_id = m.owner_id AND a.correction_id = m.correction_id
      WHERE m.owner_id IS NULL OR a.owner_id IS NULL ORDER BY 1 LIMIT 100`,
  );
}

/** Links without an approved merge, or approved merges without their link; undone ones in both directions too. */
export function strayLinks(reader: Reader): Promise<Unproved[]> {
  return reader.rows<Unproved>(
    `WITH merged AS (
       SELECT s.owner_id, s.merge_id, s.survivor_id, EXISTS (SELECT FROM merge_step u
           JOIN merge_decision e ON e.owner_id = u.owner_id AND e.step_id = u.id AND e.approved
          WHERE u.owner_id = s.owner_id AND u.merge_id = s.merge_id AND u.step = 'undo') AS undone
         FROM merge_step s JOIN merge_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id
        WHERE s.step = 'merge' AND d.approved AND d.checker_id <> d.maker_id)
     SELECT coalesce(l.merged_id, m.owner_id) || '/' || coalesce(l.merge_id, m.merge_id) AS row,
            CASE WHEN m.owner_id IS NULL THEN 'not-approved' WHEN l.merged_id IS NULL THEN 'not-linked' ELSE 'undone' END AS what
       FROM person_link l
       FULL JOIN merged m ON m.owner_id = l.merged_id AND m.merge_id = l.merge_id AND m.survivor_id = l.survivor_id
      WHERE l.merged_id IS NULL OR m.owner_id IS NULL OR m.undone <> (l.unlinked_at IS NOT NULL) ORDER BY 1 LIMIT 100`,
  );
}

/** Records that were folded in and hold money all the same. */
export function mergedWithMoney(reader: Reader): Promise<Unproved[]> {
  return reader.rows<Unproved>(
    `SELECT l.merged_id AS row, 'money' AS what FROM person_link l JOIN personal_account a ON a.owner_id = l.merged_id
      WHERE l.unlinked_at IS NULL AND a.balance_fen <> 0 ORDER BY 1 LIMIT 100`,
  );
}

/** Merges whose two halves differ: what left the one did not arrive at the other. */
export function unequalMoves(reader: Reader): Promise<Unproved[]> {
  return reader.rows<Unproved>(
    `WITH passed AS (
       SELECT p.cause_id IS NULL AS gone, p.amount_fen, CASE WHEN p.cause_id IS NULL THEN a.basis_id ELSE c.basis_id END AS step_id
         FROM posting p
         LEFT JOIN authority a ON a.owner_id = p.owner_id AND a.id = p.authority_id
         LEFT JOIN credit_cause c ON c.owner_id = p.owner_id AND c.id = p.cause_id
        WHERE p.purpose = 'between-persons'),
     halves AS (
       SELECT step_id, coalesce(sum(amount_fen) FILTER (WHERE gone), 0) AS gone_fen,
              coalesce(sum(amount_fen) FILTER (WHERE NOT gone), 0) AS come_fen FROM passed GROUP BY step_id)
     SELECT coalesce(d.owner_id || '/' || d.step_id, h.step_id, '?') AS row, 'unequal' AS what
       FROM halves h FULL JOIN (SELECT * FROM merge_decision WHERE moved_fen > 0) d ON d.step_id = h.step_id
      WHERE h.gone_fen IS DISTINCT FROM h.come_fen OR h.gone_fen IS DISTINCT FROM d.moved_fen ORDER BY 1 LIMIT 100`,
  );
}

import type { Reader } from '#platform/postgres';

export async function countDivisions(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM division'))?.n ?? 0n;
}

/** Divisions whose shares do not sum to one or name nobody of the case; orders that are not those of their division. */
export function dividedWrongly(reader: Reader): Promise<{ readonly row: string }[]> {
  return reader.rows(
    `SELECT d.owner_id || '/' || d.id AS row FROM division d
       LEFT JOIN LATERAL (SELECT sum(s.numerator) AS parts, bool_and(h.case_id = d.case_id) AS theirs
                            FROM division_share s JOIN successor h ON h.owner_id = s.owner_id AND h.id = s.successor_id
                           WHERE s.owner_id = d.owner_id AND s.division_id = d.id) s ON true
      WHERE s.parts IS DISTINCT FROM d.denominator::numeric OR s.theirs IS NOT TRUE
     UNION
     -- Each part of a divided order is its heir's share of it, to the fen, and of one division that was approved.
     SELECT o.owner_id || '/' || o.id FROM payment_order o
       LEFT JOIN division d ON d.owner_id = o.owner_id AND d.id = o.division_id AND d.case_id = o.case_id
       LEFT JOIN LATERAL shares_in_fen(o.owner_id, o.division_id, o.of_fen) s ON s.successor_id = o.party_id
      WHERE o.of_order IS NOT NULL AND (s.amount_fen IS DISTINCT FROM o.amount_fen
         OR (d.order_id IS NULL AND NOT EXISTS (
              SELECT FROM authority a JOIN decision_approval e ON e.owner_id = a.owner_id AND e.decision_id = a.basis_id
               WHERE a.owner_id = o.owner_id AND a.id = o.authority_id AND e.facts #>> '{succession,divisionId}' = o.division_id))
         OR (d.order_id IS NOT NULL AND (d.order_id <> o.of_order OR NOT EXISTS (
              SELECT FROM division_decision e WHERE e.owner_id = o.owner_id AND e.division_id = o.division_id
                AND e.approved AND e.checker_id <> e.maker_id AND e.maker_id = d.maker_id))))
     ORDER BY 1 LIMIT 100`,
  );
}

export async function countEscheats(reader: Reader): Promise<bigint> {
  return (
    (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM escheat_decision WHERE approved'))?.n ?? 0n
  );
}

/** What went to the pool without two officers' word, above the limit or before its notice had run, and words not in the books. */
export function escheatsWrong(reader: Reader): Promise<{ readonly row: string }[]> {
  return reader.rows(
    `SELECT d.owner_id || '/' || d.escheat_id AS row
       FROM escheat_decision d
       LEFT JOIN escheat e ON e.owner_id = d.owner_id AND e.id = d.escheat_id AND e.maker_id = d.maker_id
       LEFT JOIN authority a ON a.owner_id = d.owner_id AND a.basis_kind = 'escheat' AND a.basis_id = d.escheat_id
       LEFT JOIN posting p ON p.owner_id = a.owner_id AND p.authority_id = a.id AND p.purpose = 'escheat'
      WHERE d.approved AND (e.id IS NULL OR d.checker_id = d.maker_id OR p.amount_fen IS DISTINCT FROM d.amount_fen
         OR d.amount_fen > d.limit_fen OR p.effective_on <= e.notice_on + e.notice_days)
      UNION
     SELECT p.owner_id || '/' || p.journal_id FROM posting p
      WHERE p.purpose = 'escheat' AND p.debit = 'personal' AND NOT EXISTS (
        SELECT FROM authority a JOIN escheat_decision d ON d.owner_id = a.owner_id AND d.escheat_id = a.basis_id AND d.approved
         WHERE a.owner_id = p.owner_id AND a.id = p.authority_id AND a.basis_kind = 'escheat')
      ORDER BY 1 LIMIT 100`,
  );
}

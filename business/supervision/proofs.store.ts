import type { Reader } from '#platform/postgres';

/** A row that breaks a promise, by its key. */
export interface Stray {
  readonly row: string;
}

export async function countSteps(reader: Reader): Promise<bigint> {
  return (await reader.row<{ n: bigint }>('SELECT count(*) AS n FROM supervision_step'))?.n ?? 0n;
}

/** Steps decided by whoever proposed them, or in another's name. */
export function decidedAlone(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT d.owner_id || '/' || d.step_id AS row
       FROM supervision_decision d
       LEFT JOIN supervision_step s ON s.owner_id = d.owner_id AND s.id = d.step_id AND s.maker_id = d.maker_id
      WHERE s.id IS NULL OR d.checker_id = d.maker_id
      ORDER BY 1 LIMIT 100`,
  );
}

/** Measures lifted more than once, or that were never confirmed, or before they were set. */
export function liftedWrongly(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT l.owner_id || '/' || l.id AS row
       FROM supervision_step l
       JOIN supervision_decision e ON e.owner_id = l.owner_id AND e.step_id = l.id AND e.confirmed
       LEFT JOIN supervision_step s ON s.owner_id = l.owner_id AND s.id = l.measure_id AND s.step = 'set' AND s.kind = l.kind
       LEFT JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
      WHERE l.step = 'lift' AND (d.step_id IS NULL OR l.effective_on < s.effective_on
        OR EXISTS (SELECT FROM supervision_step o
             JOIN supervision_decision f ON f.owner_id = o.owner_id AND f.step_id = o.id AND f.confirmed
            WHERE o.owner_id = l.owner_id AND o.measure_id = l.measure_id AND o.step = 'lift' AND o.id <> l.id))
      ORDER BY 1 LIMIT 100`,
  );
}

export async function countFlags(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ n: bigint }>(
    `SELECT count(*) AS n FROM supervision_step WHERE kind = 'investigation' AND step = 'set'`,
  );
  return row?.n ?? 0n;
}

/** Authorities to debit an account that were made while an investigation stood. */
export function leftUnderInvestigation(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT a.owner_id || '/' || a.id AS row
       FROM authority a
       JOIN supervision_step s ON s.owner_id = a.owner_id AND s.step = 'set' AND s.kind = 'investigation'
       JOIN supervision_decision d ON d.owner_id = s.owner_id AND d.step_id = s.id AND d.confirmed
      WHERE a.purpose = 'withdrawal' AND a.made_at > d.decided_at
        AND NOT EXISTS (
          SELECT FROM supervision_step l
            JOIN supervision_decision e ON e.owner_id = l.owner_id AND e.step_id = l.id AND e.confirmed
           WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift' AND e.decided_at <= a.made_at)
      ORDER BY 1 LIMIT 100`,
  );
}

/** Steps and decisions whose link in the person's chain is missing or says something else. */
export function notAsChained(reader: Reader): Promise<Stray[]> {
  return reader.rows<Stray>(
    `SELECT s.owner_id || '/' || s.id AS row
       FROM supervision_step s
       LEFT JOIN record_chain r ON r.owner_id = s.owner_id AND r.kind = 'measure-step' AND r.reference = s.id
      WHERE r.digest IS DISTINCT FROM measure_step_digest(s)
      UNION ALL
     SELECT d.owner_id || '/' || d.step_id
       FROM supervision_decision d
       LEFT JOIN record_chain r ON r.owner_id = d.owner_id AND r.kind = 'measure-decision' AND r.reference = d.step_id
      WHERE r.digest IS DISTINCT FROM measure_decision_digest(d)
      ORDER BY 1 LIMIT 100`,
  );
}

import type { Reader } from '#platform/postgres';

/** What the proofs of withdrawals read; a hundred broken rows at most. */

const holding = `('submitted', 'in-review', 'awaiting-materials', 'proposed', 'approved')`;
const afterSettlement = `('settled', 'paying', 'returned', 'paid')`;

export async function holdsOutOfPlace(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ row: string }>(
    `SELECT c.owner_id || '/' || c.id AS row
       FROM case_file c
       LEFT JOIN account_hold h ON h.owner_id = c.owner_id AND h.case_id = c.id AND h.released_at IS NULL
      WHERE c.process = 'withdrawal'
        AND ((h.case_id IS NOT NULL AND c.state NOT IN ${holding})
          OR (h.case_id IS NULL AND c.state IN ${holding} AND EXISTS (
                SELECT FROM personal_account a WHERE a.owner_id = c.owner_id AND a.closed_on IS NULL
                   AND a.opened_on <= (c.opened_at AT TIME ZONE 'Asia/Shanghai')::date)))
      ORDER BY 1 LIMIT 100`,
  );
  return rows.map(({ row }) => row);
}

export async function ordersOutOfPlace(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ row: string }>(
    `SELECT c.owner_id || '/' || c.id AS row
       FROM case_file c
       LEFT JOIN LATERAL (SELECT count(*) AS orders FROM payment_order o
                           WHERE o.owner_id = c.owner_id AND o.case_id = c.id AND o.of_order IS NULL) o ON true
      WHERE c.process = 'withdrawal'
        AND o.orders <> CASE WHEN c.state IN ${afterSettlement} THEN 1 ELSE 0 END
      ORDER BY 1 LIMIT 100`,
  );
  return rows.map(({ row }) => row);
}

export async function countWithdrawals(reader: Reader): Promise<bigint> {
  const row = await reader.row<{ cases: bigint }>(
    `SELECT count(*) AS cases FROM case_file WHERE process = 'withdrawal'`,
  );
  return row?.cases ?? 0n;
}

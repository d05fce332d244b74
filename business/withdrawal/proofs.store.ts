import type { Reader } from '#platform/postgres';

/** What the proofs of withdrawals read; a hundred broken rows at most. */

const holding = `('submitted', 'in-review', 'awaiting-materials', 'proposed', 'approved', 'came-back')`;
/** A balance that another agency did not take stays held while the person says where it goes (`open-after-transfer.ts`). */
const holds = `(c.state IN ${holding}
  OR (c.state = 'awaiting-confirmation' AND c.subject IN ('balance-refused', 'no-receiving-account')))`;
const afterSettlement = `('settled', 'paying', 'returned', 'paid', 'refunded', 'revoked')`;
/** A refusal has no order and a payment has one; an objection may be to either. */
const objecting = `('objection', 'objection-proposed')`;

export async function holdsOutOfPlace(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ row: string }>(
    `SELECT c.owner_id || '/' || c.id AS row
       FROM case_file c
       LEFT JOIN account_hold h ON h.owner_id = c.owner_id AND h.case_id = c.id AND h.released_at IS NULL
      WHERE c.process = 'withdrawal'
        AND ((h.case_id IS NOT NULL AND NOT ${holds})
          OR (h.case_id IS NULL AND ${holds} AND EXISTS (
                SELECT FROM personal_account a WHERE a.owner_id = c.owner_id AND a.closed_on IS NULL
                   AND a.opened_on <= (c.opened_at AT TIME ZONE 'Asia/Shanghai')::date)
                -- An account that late money opened again after the case was handed in holds nothing for it.
                AND NOT EXISTS (SELECT FROM account_reopening r WHERE r.owner_id = c.owner_id AND r.reopened_at > c.opened_at)))
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
      WHERE c.process = 'withdrawal' AND c.state NOT IN ${objecting}
        AND o.orders <> CASE WHEN c.state IN ${afterSettlement} THEN 1 ELSE 0 END
      ORDER BY 1 LIMIT 100`,
  );
  return rows.map(({ row }) => row);
}

/** Objections that do not fit their case, their order, or the officers who decided on them. */
export async function objectionsOutOfPlace(reader: Reader): Promise<readonly string[]> {
  const rows = await reader.rows<{ row: string }>(
    `SELECT c.owner_id || '/' || c.id AS row
       FROM case_file c
       LEFT JOIN LATERAL (SELECT count(*) AS objections, count(*) FILTER (WHERE outcome IS NULL) AS open
                            FROM case_objection j WHERE j.owner_id = c.owner_id AND j.case_id = c.id) j ON true
      WHERE c.process = 'withdrawal'
        AND (j.open <> (c.state IN ${objecting})::integer
          OR j.objections <> (SELECT count(*) FROM case_action a
                               WHERE a.owner_id = c.owner_id AND a.case_id = c.id AND a.action = 'object'))
      UNION
     SELECT o.owner_id || '/' || o.case_id FROM payment_order o
      WHERE o.standing = 'contested' AND NOT EXISTS (SELECT FROM case_objection j
              WHERE j.owner_id = o.owner_id AND j.order_id = o.id AND j.outcome IS NULL)
      UNION
     SELECT j.owner_id || '/' || j.case_id FROM case_objection j
       JOIN decision_approval was ON was.owner_id = j.owner_id AND was.decision_id = j.decision_id
       JOIN decision_approval now ON now.owner_id = j.owner_id AND now.decision_id = j.decided_by_id
      WHERE now.maker_id IN (was.maker_id, was.checker_id) OR now.checker_id IN (was.maker_id, was.checker_id)
         OR (j.outcome = 'upheld') <> (now.outcome = was.outcome)
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

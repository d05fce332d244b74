import type { TestDatabase } from '#platform/testing';

/**
 * So many transfers out to a region, each accepted on the day after it was asked for and credited three days later; the log alone,
 * without what it tells of, since how long they took is read from nothing else.
 */
export async function logTransfers(
  { superuser }: TestDatabase,
  told: { readonly to: string; readonly count: number; readonly on: string },
): Promise<void> {
  await superuser.rows(`SET session_replication_role = 'replica'`);
  await superuser.rows(
    `WITH n AS (SELECT $1 || '_' || n AS name, n FROM generate_series(1, $2::int) AS n),
       t AS (INSERT INTO transfer (owner_id, case_id, transfer_id, direction, partner, opened_at)
             SELECT 'psn_' || name, 'cas_' || name, '440300-transfer_' || name, 'out', $1, now() FROM n)
     INSERT INTO case_action (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash)
     SELECT 'psn_' || name, 'cas_' || name, s.seq, s.action, '', s.state, 'system', 'system',
            ($3 || 'T10:00:00+08:00')::timestamptz + s.day * interval '1 day', '{}', sha256('a'), sha256('b')
       FROM n CROSS JOIN (VALUES (1, 'open', 'draft', -1), (2, 'submit', 'awaiting-letter', -1), (3, 'accept', 'accepted', 0),
                            (4, 'settle', 'remitting', 0), (5, 'send-to-bank', 'with-bank', 1), (6, 'confirm-paid', 'remitted', 2),
                            (7, 'confirm-credited', 'completed', 3)) AS s (seq, action, state, day)`,
    [told.to, told.count, told.on],
  );
  await superuser.rows(`SET session_replication_role = 'origin'`);
}

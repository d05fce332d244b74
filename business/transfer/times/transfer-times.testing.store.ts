import type { Database } from '#platform/postgres';

/** A transfer out whose log says: asked so many days before it was accepted, paid and credited three days after. */
export async function logOneTransfer(
  superuser: Database,
  told: {
    readonly name: string;
    readonly partner: string;
    readonly waitedDays: number;
    readonly acceptedOn: string;
    /** After how many days the letter that asks was posted; where left out it went through a gateway. */
    readonly postedAfter?: number | undefined;
  },
): Promise<void> {
  await superuser.rows(`SET session_replication_role = 'replica'`); // the log alone, without what it tells of
  await superuser.rows(
    `WITH t AS (INSERT INTO transfer (owner_id, case_id, transfer_id, direction, partner, opened_at)
                VALUES ('psn_' || $1, 'cas_' || $1, '440300-transfer_' || $1, 'out', $2, now()))
     INSERT INTO case_action (owner_id, case_id, seq, action, from_state, to_state, actor_kind, actor_id, at, data, previous_hash, hash)
     SELECT 'psn_' || $1, 'cas_' || $1, s.seq, s.action, '', s.state, 'system', 'system',
            ($4 || 'T10:00:00+08:00')::timestamptz + s.day * interval '1 day', '{}', sha256('a'), sha256('b')
       FROM (VALUES (1, 'open', 'draft', -$3::int), (2, 'submit', 'awaiting-letter', -$3::int), (3, 'accept', 'accepted', 0),
                    (4, 'settle', 'remitting', 0), (5, 'send-to-bank', 'with-bank', 1), (6, 'confirm-paid', 'remitted', 2),
                    (7, 'confirm-credited', 'completed', 3)) AS s (seq, action, state, day)`,
    [told.name, told.partner, told.waitedDays, told.acceptedOn],
  );
  if (told.postedAfter === undefined) return;
  await superuser.rows(
    `WITH p AS (INSERT INTO partner_post (owner_id, case_id, seq, message_id, to_region, made_at)
                SELECT owner_id, case_id, seq, 'msg_' || $1, $2, at FROM case_action WHERE owner_id = 'psn_' || $1 AND seq = 2
                RETURNING *)
     INSERT INTO partner_posting (owner_id, case_id, seq, posted_on, officer_id, recorded_at)
     SELECT owner_id, case_id, seq, made_at::date + $3::int, 'off_clerk', made_at FROM p`,
    [told.name, told.partner, told.postedAfter],
  );
}

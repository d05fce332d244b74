import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import type { LoggedStep, LoggedTransfer } from './leg-times.ts';

interface Row extends Pick<LoggedTransfer, 'direction' | 'partner'> {
  /** `action state day` of each step, separated by commas. */
  readonly log: string;
  /** `made posted` of each letter on paper, or `made` where it was never posted; null where there is none. */
  readonly post: string | null;
}

/**
 * The log of each transfer in which a leg may have ended from one time to another: one row each. The condition on the step is the
 * one of the index `case_action_by_leg_end`, word for word.
 */
export async function transfersWithLegsEnded(
  reader: Reader,
  { from, until }: { readonly from: Date; readonly until: Date },
): Promise<readonly LoggedTransfer[]> {
  const rows = await reader.rows<Row>(
    `WITH ended AS MATERIALIZED (
       SELECT DISTINCT a.owner_id, a.case_id FROM case_action a
       WHERE (a.action IN ('accept', 'record-months', 'record-only', 'let-pass')
              OR a.to_state IN ('completed', 'declined', 'refused-balance', 'no-account', 'balance-refused'))
         AND a.at >= $1 AND a.at < $2)
     SELECT t.direction, t.partner, s.log, l.post
     FROM ended e JOIN transfer t ON t.owner_id = e.owner_id AND t.case_id = e.case_id
     CROSS JOIN LATERAL (
       SELECT string_agg(concat_ws(' ', a.action, a.to_state, (a.at AT TIME ZONE 'Asia/Shanghai')::date), ',' ORDER BY a.seq) AS log
       FROM case_action a WHERE a.owner_id = e.owner_id AND a.case_id = e.case_id) s
     CROSS JOIN LATERAL (
       SELECT string_agg(concat_ws(' ', (p.made_at AT TIME ZONE 'Asia/Shanghai')::date, g.posted_on), ',') AS post
       FROM partner_post p LEFT JOIN partner_posting g ON g.owner_id = p.owner_id AND g.case_id = p.case_id AND g.seq = p.seq
       WHERE p.owner_id = e.owner_id AND p.case_id = e.case_id) l`,
    [from, until],
  );
  return rows.map(({ log, post, ...transfer }) => ({
    ...{ ...transfer, steps: log.split(',').map(stepOf) },
    lying: post === null ? [] : post.split(',').map(lyingOf),
  }));
}

function lyingOf(said: string): LoggedTransfer['lying'][number] {
  const [from = '', until] = said.split(' ');
  return { from: from as PlainDate, until: (until as PlainDate | undefined) ?? null }; // the server writes dates so
}

function stepOf(said: string): LoggedStep {
  const [action = '', toState = '', on = ''] = said.split(' ');
  return { action, toState, on: on as PlainDate }; // the server writes dates so
}

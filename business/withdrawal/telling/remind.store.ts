import type { Reader } from '#platform/postgres';

export interface Unanswered {
  readonly number: string;
  /** The request that was not answered, by its place in the case. */
  readonly seq: number;
}

/** Cases that have waited for papers since before an instant, and of whose last request nobody was reminded. */
export function unanswered(reader: Reader, before: Date, limit: number): Promise<Unanswered[]> {
  return reader.rows<Unanswered>(
    `SELECT c.number, r.seq
       FROM case_file c
       JOIN LATERAL (SELECT a.seq, a.at FROM case_action a
                      WHERE a.owner_id = c.owner_id AND a.case_id = c.id AND a.action = 'request-materials'
                      ORDER BY a.seq DESC LIMIT 1) r ON true
      WHERE c.process = 'withdrawal' AND c.state = 'awaiting-materials' AND r.at < $1
        AND NOT EXISTS (SELECT FROM notice_outbox n
                         WHERE n.owner_id = c.owner_id AND n.id = 'ntc_reminder.' || c.id || '.' || r.seq)
      ORDER BY r.at LIMIT $2`,
    [before, limit],
  );
}

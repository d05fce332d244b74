import type { PlainDate } from '#basics';
import type { Reader } from '#platform/postgres';
import { counts, withConfirmation } from './record.store.ts';

export interface RosterRow {
  /** The record on which the employment stands; another may have been left of the same person. */
  readonly ownerId: string;
  readonly name: string;
  readonly since: PlainDate;
}

const name = `coalesce((SELECT d.value FROM person_detail d WHERE d.owner_id = m.owner_id AND d.field = 'name'
    AND NOT EXISTS (SELECT FROM record_void v WHERE v.owner_id = d.owner_id AND v.subject = 'detail' AND v.subject_id = d.id)
    ORDER BY d.recorded_at DESC, d.id DESC LIMIT 1), p.name)`;
const onRoster = `coalesce((SELECT (e.body ->> 'onEmployerRoster')::boolean FROM record_entry e ${withConfirmation}
    WHERE e.owner_id = m.owner_id AND e.kind = 'roster' AND ${counts}
    ORDER BY coalesce(e.rank_at, e.recorded_at) DESC, e.recorded_at DESC, e.id DESC LIMIT 1), true)`;
const lasts = `NOT EXISTS (SELECT FROM record_void v WHERE v.owner_id = m.owner_id AND v.subject = 'employment' AND v.subject_id = m.id)
  AND (SELECT x.ended_on FROM employment_end x WHERE x.owner_id = m.owner_id AND x.employment_id = m.id
    ORDER BY x.recorded_at DESC, x.id DESC LIMIT 1) IS NULL`;

/** Those whose employment with an employer lasts and who did not leave its roster, in the order of their records. */
export function rosterPage(
  reader: Reader,
  asked: {
    readonly employerId: string;
    readonly words: string | null;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<readonly RosterRow[]> {
  const { employerId, words, after, limit } = asked;
  const onIt = `SELECT m.owner_id, min(m.from_on) AS since FROM employment m
      WHERE m.employer_id = $1 AND ($2::timestamptz IS NULL OR m.recorded_at <= $2) AND ${lasts} AND ${onRoster}
        AND ($3::text IS NULL OR m.owner_id > $3)
      GROUP BY m.owner_id`;
  // What they are called is looked up for a page of them, unless they are looked for by it.
  const [paged, filter] =
    words === null
      ? [`${onIt} ORDER BY m.owner_id LIMIT $4`, '']
      : [onIt, 'WHERE strpos(lower(r.name), lower($5)) > 0'];
  return reader.rows<RosterRow>(
    `SELECT * FROM (SELECT m.owner_id AS "ownerId", ${name} AS name, m.since
       FROM (${paged}) m JOIN person p ON p.owner_id = m.owner_id) r ${filter} ORDER BY "ownerId" LIMIT $4`,
    [employerId, null, after, limit, ...(words === null ? [] : [words])],
  );
}

/** Which of these records were merged into another that stays. */
export async function mergedAmong(reader: Reader, owners: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await reader.rows<{ id: string }>(
    'SELECT merged_id AS id FROM person_link WHERE merged_id = ANY($1) AND unlinked_at IS NULL',
    [owners],
  );
  return new Set(rows.map(({ id }) => id));
}

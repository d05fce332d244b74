import type { PlainDate } from '#basics';
import { isResting } from '#business/withdrawal';
import type { Holder } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Narrowing, Place, Sort } from './views.ts';

/** The work list's own questions: cases of every procedure at once, each page in one question. Nothing is written here. */

export interface WorkRow {
  readonly ownerId: string;
  readonly id: string;
  readonly number: string;
  readonly process: string;
  readonly subject: string;
  readonly state: string;
  readonly officeId: string;
  readonly channel: 'online' | 'window' | 'integrator' | 'automatic';
  readonly openedAt: Date;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
  readonly holder: Holder | null;
  readonly assignedAt: Date | null;
  /** What another agency asked for and we have not answered; null where it asked for nothing. */
  readonly reminder: { readonly missing: readonly string[]; readonly answerBy: string } | null;
  /** Since when another agency that was reminded in vain is a clerk's; null where none is. */
  readonly silentSince: Date | null;
}

export interface WorkFilter {
  readonly places: readonly Place[];
  readonly narrowing: Narrowing;
  readonly officerId: string;
  readonly today: PlainDate;
  readonly ground: string | null;
  readonly officeId: string | null;
  /** A login name. */
  readonly assignedTo: string | null;
  readonly dueFrom: PlainDate | null;
  readonly dueTo: PlainDate | null;
  readonly channel: string | null;
  /** Only cases of these persons; null for everybody's. */
  readonly ownerIds: readonly string[] | null;
  /** Only cases of people who work or worked for it. */
  readonly employerId: string | null;
  readonly sort: Sort;
  /** What may be missing elsewhere, and a step that answers it. */
  readonly answers: readonly (readonly [thing: string, action: string])[];
  /** The sort key and id of the last case of the page before. */
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly limit: number;
}

const orders: Readonly<Record<Sort, { readonly order: string; readonly after: string }>> = {
  due: {
    order: `coalesce(c.due_on, 'infinity'), c.id`,
    after: `(coalesce(c.due_on, 'infinity'), c.id) > ($13::date, $14)`,
  },
  oldest: { order: 'c.opened_at, c.id', after: '(c.opened_at, c.id) > ($13::timestamptz, $14)' },
  newest: { order: 'c.opened_at DESC, c.id DESC', after: '(c.opened_at, c.id) < ($13::timestamptz, $14)' },
};

/** What other agencies asked for in a case and no later step has answered, each as it was asked for last, where `$n` and `$n+1` are things and their answers. */
const outstanding = (things: string, actions: string) => `SELECT m.thing, a.data ->> 'answerBy' AS "answerBy"
  FROM case_action a CROSS JOIN LATERAL jsonb_array_elements_text(a.data -> 'missing') AS m (thing)
  WHERE a.owner_id = c.owner_id AND a.case_id = c.id AND a.action = 'reminded' AND NOT EXISTS (
    SELECT FROM case_action b JOIN unnest(${things}::text[], ${actions}::text[]) AS w (thing, action) ON w.action = b.action
     WHERE b.owner_id = a.owner_id AND b.case_id = a.case_id AND b.seq > a.seq AND w.thing = m.thing)
   AND NOT EXISTS (SELECT FROM case_action l WHERE l.owner_id = a.owner_id AND l.case_id = a.case_id AND l.seq > a.seq
     AND l.action = 'reminded' AND l.data -> 'missing' ? m.thing)`;

/** That another agency was reminded in vain, and has said nothing new since; a clerk who asks again begins anew. */
const silence = `SELECT a.at FROM case_action a
  WHERE a.owner_id = c.owner_id AND a.case_id = c.id AND a.action = 'note-silence' AND NOT EXISTS (
    SELECT FROM case_action b WHERE b.owner_id = a.owner_id AND b.case_id = a.case_id AND b.seq > a.seq
       AND (b.from_state <> b.to_state OR b.action = 'ask-again' OR (b.actor_kind = 'partner-agency' AND b.action <> 'reminded' AND NOT EXISTS (
           SELECT FROM case_action e WHERE e.owner_id = b.owner_id AND e.case_id = b.case_id AND e.seq < b.seq AND e.action = b.action
             AND e.to_state = b.to_state AND NOT EXISTS (SELECT FROM case_action m WHERE m.owner_id = e.owner_id
               AND m.case_id = e.case_id AND m.seq > e.seq AND m.seq < b.seq AND m.from_state <> m.to_state)))))`;

const inPlaces = `(c.process, c.state) IN (SELECT * FROM unnest($1::text[], $2::text[]))`;

export async function workRows(reader: Reader, filter: WorkFilter): Promise<readonly WorkRow[]> {
  const { order, after } = orders[filter.sort];
  const rows = await reader.rows<Omit<WorkRow, 'holder'> & { readonly holder: Holder | null }>(
    `SELECT c.owner_id AS "ownerId", c.id, c.number, c.process, c.subject, c.state, c.office_id AS "officeId", c.channel,
       c.opened_at AS "openedAt", c.due_on AS "dueOn", c.due_provisional AS "dueProvisional", c.assigned_at AS "assignedAt",
       CASE WHEN o.id IS NOT NULL THEN jsonb_build_object('id', o.id, 'loginName', o.login_name, 'nameZh', o.name_zh,
         'nameEn', o.name_en) END AS holder,
       (SELECT jsonb_build_object('missing', jsonb_agg(DISTINCT r.thing), 'answerBy', min(r."answerBy"))
          FROM (${outstanding('$17', '$18')}) r HAVING count(*) > 0) AS reminder, (${silence}) AS "silentSince"
     FROM case_file c LEFT JOIN officer o ON o.id = c.assigned_to
     WHERE ${inPlaces}
       AND CASE $3::text
         WHEN 'mine' THEN c.assigned_to = $4
         WHEN 'unassigned' THEN c.assigned_to IS NULL
         WHEN 'due-today' THEN c.due_on = $5::date AND NOT ${isResting}
         WHEN 'overdue' THEN c.due_on < $5::date AND NOT ${isResting}
         WHEN 'reminded' THEN EXISTS (${outstanding('$17', '$18')})
         WHEN 'unanswered' THEN EXISTS (${silence})
         WHEN 'sent-back' THEN EXISTS (SELECT FROM decision d WHERE d.owner_id = c.owner_id AND d.case_id = c.id)
         ELSE true END
       AND ($6::text IS NULL OR c.subject = $6)
       AND ($7::text IS NULL OR c.office_id = $7)
       AND ($8::text IS NULL OR o.login_name = $8)
       AND ($9::date IS NULL OR c.due_on >= $9)
       AND ($10::date IS NULL OR c.due_on <= $10)
       AND (($9::date IS NULL AND $10::date IS NULL) OR NOT ${isResting})
       AND ($11::text IS NULL OR c.channel = $11)
       AND ($12::text[] IS NULL OR c.owner_id = ANY ($12))
       AND ($13::text IS NULL OR ${after})
       AND ($15::text IS NULL OR c.owner_id IN (SELECT m.owner_id FROM employment m WHERE m.employer_id = $15))
     ORDER BY ${order} LIMIT $16`,
    [
      filter.places.map(({ process }) => process),
      filter.places.map(({ state }) => state),
      ...[
        filter.narrowing,
        filter.officerId,
        filter.today,
        filter.ground,
        filter.officeId,
        filter.assignedTo,
      ],
      ...[filter.dueFrom, filter.dueTo, filter.channel, filter.ownerIds],
      ...[filter.after?.key ?? null, filter.after?.id ?? null, filter.employerId, filter.limit],
      ...[filter.answers.map(([thing]) => thing), filter.answers.map(([, action]) => action)],
    ],
  );
  return rows;
}

/** How many cases stand in a place, and how many of them are in each view that looks at more than the place. */
export interface PlaceCount extends Place {
  readonly cases: number;
  readonly mine: number;
  readonly unassigned: number;
  readonly dueToday: number;
  readonly overdue: number;
  readonly sentBack: number;
  readonly reminded: number;
  readonly unanswered: number;
}

export function countPlaces(
  reader: Reader,
  asked: Pick<WorkFilter, 'places' | 'officerId' | 'today' | 'officeId' | 'answers'> & {
    /** States to which a second officer can have given a case back. */
    readonly sentBackTo: readonly string[];
    /** Processes in which agencies may remind each other. */
    readonly remindedIn: readonly string[];
  },
): Promise<readonly PlaceCount[]> {
  return reader.rows<PlaceCount>(
    `SELECT c.process, c.state, count(*)::integer AS cases,
       (count(*) FILTER (WHERE c.assigned_to = $3))::integer AS mine,
       (count(*) FILTER (WHERE c.assigned_to IS NULL))::integer AS unassigned,
       (count(*) FILTER (WHERE c.due_on = $4 AND NOT ${isResting}))::integer AS "dueToday",
       (count(*) FILTER (WHERE c.due_on < $4 AND NOT ${isResting}))::integer AS overdue,
       (count(*) FILTER (WHERE c.state = ANY ($6) AND EXISTS (SELECT FROM decision d
          WHERE d.owner_id = c.owner_id AND d.case_id = c.id)))::integer AS "sentBack",
       (count(*) FILTER (WHERE c.process = ANY ($7) AND EXISTS (${outstanding('$8', '$9')})))::integer AS reminded,
       (count(*) FILTER (WHERE c.process = ANY ($7) AND EXISTS (${silence})))::integer AS unanswered
     FROM case_file c WHERE ${inPlaces} AND ($5::text IS NULL OR c.office_id = $5)
     GROUP BY c.process, c.state`,
    [
      asked.places.map(({ process }) => process),
      asked.places.map(({ state }) => state),
      asked.officerId,
      asked.today,
      asked.officeId,
      asked.sentBackTo,
      asked.remindedIn,
      asked.answers.map(([thing]) => thing),
      asked.answers.map(([, action]) => action),
    ],
  );
}

/** The employer of a credit code; null where there is none. */
export async function employerOf(reader: Reader, creditCode: string): Promise<string | null> {
  const row = await reader.row<{ id: string }>(
    'SELECT owner_id AS id FROM employer_locator WHERE credit_code = $1',
    [creditCode],
  );
  return row?.id ?? null;
}

import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

/** Where a letter stands: the case and the step that says it. */
export interface PostPlace {
  readonly owner: string;
  readonly caseId: string;
  readonly seq: number;
}

/** Whether what is said in a transfer today is printed and posted; false where there is no such transfer. */
export async function onPaper(
  reader: Reader,
  { owner, transferId }: { readonly owner: string; readonly transferId: string },
): Promise<boolean> {
  const row = await reader.row<{ paper: boolean | null }>('SELECT transfer_on_paper($1, $2) AS paper', [
    owner,
    transferId,
  ]);
  return row?.paper === true;
}

/** Whether a letter of a day (today where it has none yet) is taken on paper in a transfer. */
export async function takenOnPaper(
  reader: Reader,
  asked: { readonly owner: string; readonly transferId: string; readonly datedOn: PlainDate | null },
): Promise<boolean> {
  const row = await reader.row<{ paper: boolean | null }>('SELECT letter_on_paper($1, $2, $3) AS paper', [
    ...[asked.owner, asked.transferId, asked.datedOn],
  ]);
  return row?.paper === true;
}

export async function callMakePost(
  tx: Tx,
  { owner, caseId, seq, messageId, at }: PostPlace & { readonly messageId: string; readonly at: Date },
): Promise<void> {
  await tx.rows('SELECT make_partner_post($1, $2, $3, $4, $5)', [owner, caseId, seq, messageId, at]);
}

export interface Posting extends PostPlace {
  readonly token: string | null;
  readonly postedOn: PlainDate;
  /** The number of the registered letter, or who took it along. */
  readonly reference: string | null;
  readonly at: Date;
}

export async function callRecordPosting(tx: Tx, posting: Posting): Promise<void> {
  const { token, owner, caseId, seq, postedOn, reference, at } = posting;
  await tx.rows('SELECT record_posting($1, $2, $3, $4, $5, $6, $7)', [
    ...[token, owner, caseId, seq, postedOn, reference, at],
  ]);
}

/** A letter to an agency without a gateway. */
export interface PostItem {
  readonly owner: string;
  readonly caseId: string;
  readonly seq: number;
  readonly caseNumber: string;
  readonly kind: string;
  /** The step that said it. */
  readonly step: string | null;
  readonly messageId: string;
  readonly to: string;
  readonly madeAt: Date;
  /** Null until somebody has posted it. */
  readonly postedOn: PlainDate | null;
  readonly reference: string | null;
}

const columns = `p.owner_id AS owner, p.case_id AS "caseId", p.seq, c.number AS "caseNumber", l.kind, a.action AS step, p.message_id AS "messageId",
  p.to_region AS "to", p.made_at AS "madeAt", g.posted_on AS "postedOn", g.post_reference AS reference
  FROM partner_post p
  JOIN letter l ON l.owner_id = p.owner_id AND l.case_id = p.case_id AND l.seq = p.seq
  JOIN case_file c ON c.owner_id = p.owner_id AND c.id = p.case_id
  LEFT JOIN case_action a ON a.owner_id = p.owner_id AND a.case_id = p.case_id AND a.seq = p.seq
  LEFT JOIN partner_posting g ON g.owner_id = p.owner_id AND g.case_id = p.case_id AND g.seq = p.seq`;

/** What was written in a transfer on paper, the oldest first. */
export function postOfCase(
  reader: Reader,
  { owner, caseId }: Pick<PostPlace, 'owner' | 'caseId'>,
): Promise<PostItem[]> {
  return reader.rows<PostItem>(`SELECT ${columns} WHERE p.owner_id = $1 AND p.case_id = $2 ORDER BY p.seq`, [
    owner,
    caseId,
  ]);
}

/** Which of some cases have a letter that nobody has posted yet, by their ids. */
export async function casesToPost(
  reader: Reader,
  places: readonly Pick<PostPlace, 'owner' | 'caseId'>[],
): Promise<ReadonlySet<string>> {
  if (places.length === 0) return new Set();
  const rows = await reader.rows<{ id: string }>(
    `SELECT DISTINCT p.case_id AS id FROM unnest($1::text[], $2::text[]) AS c (owner_id, case_id)
     JOIN partner_post p ON p.owner_id = c.owner_id AND p.case_id = c.case_id
     WHERE NOT EXISTS (SELECT FROM partner_posting g
       WHERE g.owner_id = p.owner_id AND g.case_id = p.case_id AND g.seq = p.seq)`,
    [places.map(({ owner }) => owner), places.map(({ caseId }) => caseId)],
  );
  return new Set(rows.map(({ id }) => id));
}

export interface PostPage {
  readonly posted: boolean;
  readonly after: ({ readonly at: Date } & PostPlace) | null;
  readonly limit: number;
}

/**
 * Letters that are to be posted, or were, the oldest first. Of a case that is over only what ends it goes out: nobody needs to be asked
 * for anything any more.
 */
export function postPage(reader: Reader, { posted, after, limit }: PostPage): Promise<PostItem[]> {
  return reader.rows<PostItem>(
    `SELECT ${columns}
      WHERE (g.posted_on IS NOT NULL) = $1 AND (g.posted_on IS NOT NULL OR l.kind NOT IN ('insurance-certificate', 'contact-letter', 'reminder', 'account-details')
          OR NOT EXISTS (SELECT FROM case_end e WHERE e.process = c.process AND e.state = c.state))
        AND ($2::timestamptz IS NULL OR (p.made_at, p.owner_id, p.case_id, p.seq)
          > ($2, $3::text COLLATE "C", $4::text COLLATE "C", $5::integer))
      ORDER BY p.made_at, p.owner_id, p.case_id, p.seq LIMIT $6`,
    [...[posted, after?.at ?? null, after?.owner ?? null, after?.caseId ?? null, after?.seq ?? null], limit],
  );
}

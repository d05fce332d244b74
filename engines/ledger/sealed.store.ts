import type { Reader, SealedRow, SealSource } from '#platform/postgres';

/** All that a posting says, as texts in this order; its digest is SHA-256 over them as a JSON array. */
const parts = `ARRAY[owner_id, journal_id, line_no::text, purpose, debit, credit, amount_fen::text,
  to_char(effective_on, 'YYYY-MM-DD'), instant_text(recorded_at), entry_no::text, bucket, authority_id, cause_id, run_id, case_id]`;

/** Postings, as the daily seal covers them. */
export const postingSource: SealSource = {
  name: 'posting',
  text: { zh: '账务分录', en: 'Postings' },
  select: `SELECT owner_id || '/' || journal_id || '/' || line_no AS id, digest_of(VARIADIC ${parts}) AS digest,
    recorded_xid AS xid FROM posting`,
  find: findPosting,
};

async function findPosting(reader: Reader, id: string): Promise<SealedRow | undefined> {
  const [ownerId, journalId, line = ''] = id.split('/');
  if (!/^\d{1,4}$/.test(line)) return undefined;
  return reader.row<SealedRow>(
    `SELECT owner_id || '/' || journal_id || '/' || line_no AS id, digest_of(VARIADIC ${parts}) AS digest,
       recorded_xid AS xid, NULL AS previous, array_to_json(${parts})::text AS text, NULL AS content
     FROM posting WHERE owner_id = $1 AND journal_id = $2 AND line_no = $3`,
    [ownerId, journalId, Number(line)],
  );
}

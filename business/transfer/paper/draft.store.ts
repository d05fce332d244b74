import type { Reader, Tx } from '#platform/postgres';

/** Letters on paper that a clerk has not keyed in wholly yet. */
export interface PaperDraft {
  readonly owner: string;
  readonly caseId: string;
  readonly messageId: string;
  readonly version: number;
  readonly contentSealed: Uint8Array;
  readonly savedAt: Date;
}

export interface DraftSaving {
  readonly token: string | null;
  readonly owner: string;
  readonly caseId: string;
  readonly messageId: string;
  /** The version that was seen; 0 begins one. */
  readonly seen: number;
  readonly contentSealed: Uint8Array;
  readonly at: Date;
}

/** Which version it is now. */
export async function callSaveDraft(tx: Tx, saving: DraftSaving): Promise<number> {
  const { token, owner, caseId, messageId, seen, contentSealed, at } = saving;
  const row = await tx.row<{ version: number }>(
    'SELECT save_paper_draft($1, $2, $3, $4, $5, $6, $7) AS version',
    [token, owner, caseId, messageId, seen, contentSealed, at],
  );
  return row?.version ?? 0;
}

/** Whether there was one. */
export async function callDropDraft(
  tx: Tx,
  { token, owner, messageId }: Pick<DraftSaving, 'token' | 'owner' | 'messageId'>,
): Promise<boolean> {
  const row = await tx.row<{ dropped: boolean }>('SELECT drop_paper_draft($1, $2, $3) AS dropped', [
    ...[token, owner, messageId],
  ]);
  return row?.dropped === true;
}

const columns = `d.owner_id AS owner, d.case_id AS "caseId", d.message_id AS "messageId", d.version,
  d.content_sealed AS "contentSealed", d.saved_at AS "savedAt" FROM partner_paper_draft d`;

export function findDraft(
  reader: Reader,
  { owner, messageId }: Pick<PaperDraft, 'owner' | 'messageId'>,
): Promise<PaperDraft | undefined> {
  return reader.row<PaperDraft>(`SELECT ${columns} WHERE d.owner_id = $1 AND d.message_id = $2`, [
    owner,
    messageId,
  ]);
}

export function draftsOfCase(
  reader: Reader,
  { owner, caseId }: Pick<PaperDraft, 'owner' | 'caseId'>,
): Promise<PaperDraft[]> {
  return reader.rows<PaperDraft>(
    `SELECT ${columns} WHERE d.owner_id = $1 AND d.case_id = $2 ORDER BY d.saved_at, d.message_id`,
    [owner, caseId],
  );
}

export interface DraftPage {
  readonly after: { readonly at: Date; readonly owner: string; readonly messageId: string } | null;
  readonly limit: number;
}

/** All that are being keyed in, the longest untouched first. */
export function draftPage(reader: Reader, { after, limit }: DraftPage): Promise<PaperDraft[]> {
  return reader.rows<PaperDraft>(
    `SELECT ${columns}
      WHERE $1::timestamptz IS NULL OR (d.saved_at, d.owner_id, d.message_id) > ($1, $2::text COLLATE "C", $3::text COLLATE "C")
      ORDER BY d.saved_at, d.owner_id, d.message_id LIMIT $4`,
    [after?.at ?? null, after?.owner ?? null, after?.messageId ?? null, limit],
  );
}

import type { PlainDate } from '#basics';
import type { Database, Reader, Tx } from '#platform/postgres';

/** Filings that are being written: saved and erased by guard functions, read from their table. */
export interface StoredFilingDraft {
  readonly version: number;
  readonly contentSealed: Uint8Array;
  readonly savedAt: Date;
  readonly keptUntil: PlainDate;
}

export function filingDraftOf(
  reader: Reader,
  { ownerId, loginId }: { readonly ownerId: string; readonly loginId: string },
): Promise<StoredFilingDraft | undefined> {
  return reader.row<StoredFilingDraft>(
    `SELECT version, content_sealed AS "contentSealed", saved_at AS "savedAt", kept_until AS "keptUntil"
       FROM filing_draft WHERE owner_id = $1 AND login_id = $2`,
    [ownerId, loginId],
  );
}

export interface FilingDraftSaved {
  readonly token: string;
  readonly ownerId: string;
  /** The version that was seen; 0 begins one. */
  readonly seen: number;
  readonly contentSealed: Uint8Array;
  readonly keptUntil: PlainDate;
  readonly at: Date;
}

export async function callSaveFilingDraft(tx: Tx, draft: FilingDraftSaved): Promise<boolean> {
  const row = await tx.row<{ saved: boolean }>('SELECT save_filing_draft($1, $2, $3, $4, $5, $6) AS saved', [
    ...[draft.token, draft.ownerId, draft.seen, draft.contentSealed, draft.keptUntil, draft.at],
  ]);
  return row?.saved === true;
}

export async function callEndFilingDraft(
  tx: Tx,
  { token, ownerId, seen }: Pick<FilingDraftSaved, 'token' | 'ownerId' | 'seen'>,
): Promise<boolean> {
  const row = await tx.row<{ ended: boolean }>('SELECT end_filing_draft($1, $2, $3) AS ended', [
    token,
    ownerId,
    seen,
  ]);
  return row?.ended === true;
}

export async function callForgetFilingDrafts(database: Database): Promise<number> {
  const row = await database.row<{ gone: bigint | number }>('SELECT forget_filing_drafts() AS gone');
  return Number(row?.gone ?? 0);
}

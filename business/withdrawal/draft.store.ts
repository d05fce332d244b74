import type { PlainDate } from '#basics';
import type { Reader, Tx } from '#platform/postgres';

/** Drafts: written by guard functions, read from their table. */

export interface StoredDraft {
  readonly ownerId: string;
  readonly id: string;
  readonly version: number;
  readonly madeBy: string;
  /** Null once it has ended. */
  readonly contentSealed: Uint8Array | null;
  readonly savedAt: Date;
  readonly keptUntil: PlainDate;
  readonly ended: 'submitted' | 'discarded' | 'expired' | null;
  readonly caseNumber: string | null;
}

const columns = `owner_id AS "ownerId", id, version, made_by AS "madeBy", content_sealed AS "contentSealed", saved_at AS "savedAt",
  kept_until AS "keptUntil", ended, case_number AS "caseNumber"`;

export interface DraftSaved {
  readonly ownerId: string;
  readonly id: string;
  /** The version that was seen; 0 begins one. */
  readonly seen: number;
  readonly by: string;
  readonly kind: string;
  readonly contentSealed: Uint8Array;
  readonly keptUntil: PlainDate;
  readonly at: Date;
}

export async function callSaveDraft(tx: Tx, draft: DraftSaved): Promise<boolean> {
  const row = await tx.row<{ saved: boolean }>('SELECT save_draft($1, $2, $3, $4, $5, $6, $7, $8) AS saved', [
    ...[
      draft.ownerId,
      draft.id,
      draft.seen,
      draft.by,
      draft.kind,
      draft.contentSealed,
      draft.keptUntil,
      draft.at,
    ],
  ]);
  return row?.saved === true;
}

export async function callEndDraft(
  tx: Tx,
  end: Pick<StoredDraft, 'ownerId' | 'id' | 'caseNumber'> & {
    readonly ended: NonNullable<StoredDraft['ended']>;
    readonly at: Date;
  },
): Promise<boolean> {
  const row = await tx.row<{ ended: boolean }>('SELECT end_draft($1, $2, $3, $4, $5) AS ended', [
    ...[end.ownerId, end.id, end.ended, end.caseNumber, end.at],
  ]);
  return row?.ended === true;
}

/** Nobody else saves or ends it until this transaction is over. */
export async function callHoldDraft(
  tx: Tx,
  { ownerId, id }: Pick<StoredDraft, 'ownerId' | 'id'>,
): Promise<void> {
  await tx.rows('SELECT hold_draft($1, $2)', [ownerId, id]);
}

export function draftById(
  reader: Reader,
  { ownerId, id }: Pick<StoredDraft, 'ownerId' | 'id'>,
): Promise<StoredDraft | undefined> {
  return reader.row<StoredDraft>(`SELECT ${columns} FROM withdrawal_draft WHERE owner_id = $1 AND id = $2`, [
    ownerId,
    id,
  ]);
}

/** Says to which case the files of a draft belong; answers whether the draft was open and the case a draft itself. */
export async function callLinkDraft(
  tx: Tx,
  link: Pick<StoredDraft, 'ownerId' | 'id'> & { readonly by: string; readonly number: string },
): Promise<boolean> {
  const row = await tx.row<{ linked: boolean }>('SELECT link_draft($1, $2, $3, $4) AS linked', [
    ...[link.ownerId, link.id, link.by, link.number],
  ]);
  return row?.linked === true;
}

/** The files of a draft's case that is over, for the case that came in its place. */
export async function callCarryUploads(
  tx: Tx,
  { ownerId, from, to }: { readonly ownerId: string; readonly from: string; readonly to: string },
): Promise<void> {
  await tx.rows('SELECT carry_uploads($1, $2, $3)', [ownerId, from, to]);
}

export interface DraftPage {
  readonly madeBy: string;
  readonly ownerIds: readonly string[] | null;
  readonly before: string | null;
  readonly limit: number;
  readonly open: boolean;
}

/** Somebody's drafts, the one begun last first; ended ones too, so that nobody wonders where theirs went. */
export function draftsOf(reader: Reader, page: DraftPage): Promise<StoredDraft[]> {
  return reader.rows<StoredDraft>(
    `SELECT ${columns} FROM withdrawal_draft
      WHERE made_by = $1 AND ($2::text[] IS NULL OR owner_id = ANY ($2)) AND ($3::text IS NULL OR id < $3 COLLATE "C")
        AND (ended IS NULL OR NOT $5)
      ORDER BY id DESC LIMIT $4`,
    [page.madeBy, page.ownerIds, page.before, page.limit, page.open],
  );
}

export function draftsPast(reader: Reader, today: PlainDate, limit: number): Promise<StoredDraft[]> {
  return reader.rows<StoredDraft>(
    `SELECT ${columns} FROM withdrawal_draft WHERE ended IS NULL AND kept_until < $1 ORDER BY kept_until, id LIMIT $2`,
    [today, limit],
  );
}

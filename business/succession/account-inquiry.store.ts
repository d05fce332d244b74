import type { IdentityKind } from '#business/registry/public';
import type { Reader, Tx } from '#platform/postgres';
import type { Relation } from './successor.ts';

export interface InquiryRow {
  readonly id: string;
  /** Gone once its time was over. */
  readonly askedSealed: Uint8Array | null;
  readonly relation: string;
  readonly askedAt: Date;
  readonly entitled: boolean | null;
  readonly deathPaper: string | null;
  readonly relationPaper: string | null;
  readonly makerId: string | null;
  readonly confirmed: boolean | null;
  readonly identityPaper: string | null;
  /** Whose record it is, and what was recorded there with the review. */
  readonly personId: string | null;
  readonly facts: readonly string[] | null;
  /** The login that was opened by its answer. */
  readonly loginId: string | null;
}

const columns = `q.id, q.asked_sealed AS "askedSealed", q.relation, q.asked_at AS "askedAt", r.entitled,
  r.death_paper AS "deathPaper", r.relation_paper AS "relationPaper", r.maker_id AS "makerId", d.confirmed,
  r.identity_paper AS "identityPaper", r.person_id AS "personId", r.facts, l.login_id AS "loginId"
  FROM account_inquiry q LEFT JOIN account_inquiry_review r ON r.inquiry_id = q.id
  LEFT JOIN account_inquiry_decision d ON d.inquiry_id = q.id
  LEFT JOIN account_inquiry_login l ON l.inquiry_id = q.id`;

export function inquiryById(reader: Reader, id: string): Promise<InquiryRow | undefined> {
  return reader.row<InquiryRow>(`SELECT ${columns} WHERE q.id = $1`, [id]);
}

/** Under which name and relation two officers confirmed whoever opened a login by a question about this person. */
export async function askerOf(
  reader: Reader,
  { loginId, personId }: { readonly loginId: string; readonly personId: string },
): Promise<Asker | null> {
  const row = await reader.row<Asker>(
    `SELECT r.asker_name AS name, q.relation, d.decided_at AS "confirmedAt" FROM account_inquiry_login l
       JOIN account_inquiry_review r ON r.inquiry_id = l.inquiry_id
       JOIN account_inquiry q ON q.id = l.inquiry_id
       JOIN account_inquiry_decision d ON d.inquiry_id = l.inquiry_id
      WHERE l.login_id = $1 AND r.person_id = $2 AND r.asker_name IS NOT NULL AND q.erased_at IS NULL
      ORDER BY l.opened_at DESC LIMIT 1`,
    [loginId, personId],
  );
  return row ?? null;
}

export interface Asker {
  readonly name: string;
  readonly relation: Relation;
  /** When the second of the two officers did. */
  readonly confirmedAt: Date;
}

/** On whose record a first officer found who died; nobody before, or where there is no such record. */
export async function personsOfInquiry(reader: Reader, id: string): Promise<readonly string[]> {
  const rows = await reader.rows<{ personId: string }>(
    'SELECT person_id AS "personId" FROM account_inquiry_review WHERE inquiry_id = $1 AND person_id IS NOT NULL',
    [id],
  );
  return rows.map(({ personId }) => personId);
}

/** Its id; the question which came with the same secret before, where one did. */
export async function insertInquiry(
  tx: Tx,
  row: {
    readonly id: string;
    readonly secretHash: Uint8Array;
    readonly askedSealed: Uint8Array;
    readonly relation: string;
    readonly at: Date;
  },
): Promise<{ readonly id: string; readonly before: AskedBefore | null }> {
  const taken = await tx.row<{ id: string }>(
    `INSERT INTO account_inquiry (id, secret_hash, asked_sealed, relation, asked_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (secret_hash) DO NOTHING RETURNING id`,
    [row.id, row.secretHash, row.askedSealed, row.relation, row.at],
  );
  if (taken) return { id: taken.id, before: null };
  const before = await tx.row<AskedBefore & { id: string }>(
    'SELECT id, asked_sealed AS "askedSealed", relation FROM account_inquiry WHERE secret_hash = $1',
    [row.secretHash],
  );
  return { id: before?.id ?? row.id, before: before ?? null };
}

/** What was asked before with the same secret; sealed, and gone once its time was over. */
export interface AskedBefore {
  readonly askedSealed: Uint8Array | null;
  readonly relation: string;
}

/** Those on which an officer's word is missing, the oldest first. */
export function inquiriesWaiting(
  reader: Reader,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<InquiryRow[]> {
  return reader.rows<InquiryRow>(
    `SELECT ${columns} WHERE d.inquiry_id IS NULL AND q.erased_at IS NULL AND ($1::text IS NULL OR q.id > $1 COLLATE "C") ORDER BY q.id LIMIT $2`,
    [after, limit],
  );
}

/** The question of a secret that two officers found entitled, while its answer may be read. */
export function entitledInquiry(
  reader: Reader,
  asked: { readonly id: string; readonly secretHash: Uint8Array; readonly since: Date },
): Promise<InquiryRow | undefined> {
  return reader.row<InquiryRow>(
    `SELECT ${columns} WHERE q.id = $1 AND q.secret_hash = $2 AND r.entitled AND d.confirmed AND d.decided_at > $3
        AND q.erased_at IS NULL`,
    [asked.id, asked.secretHash, asked.since],
  );
}

/** Whoever asks, as they are identified with the document of their question. */
export interface IdentifiedAsker {
  readonly name: string;
  readonly kind: IdentityKind | null;
  readonly tail: string | null;
}

export async function reviewRow(
  tx: Tx,
  row: {
    readonly token: string;
    readonly id: string;
    readonly entitled: boolean;
    readonly deathPaper: string;
    readonly relationPaper: string;
    readonly identityPaper: string | null;
    readonly personId: string | null;
    readonly facts: readonly string[];
    readonly asker: IdentifiedAsker | null;
    readonly at: Date;
  },
): Promise<void> {
  await tx.rows('SELECT review_inquiry($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)', [
    ...[row.token, row.id, row.entitled, row.deathPaper, row.relationPaper, row.at],
    ...[row.identityPaper, row.personId, row.facts, row.asker?.name, row.asker?.kind, row.asker?.tail],
  ]);
}

export async function decideInquiryRow(
  tx: Tx,
  row: { readonly token: string; readonly id: string; readonly confirmed: boolean; readonly at: Date },
): Promise<void> {
  await tx.rows('SELECT decide_inquiry($1, $2, $3, $4)', [row.token, row.id, row.confirmed, row.at]);
}

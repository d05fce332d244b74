import type { PlainDate } from '#basics';
import type { DocumentKind } from '#platform/documents';
import type { Reader, Tx } from '#platform/postgres';

/** Papers of a case: files, pages, verdicts, commitments; the only SQL on these tables besides upkeep.store.ts and the proofs. */

export interface CaseKey {
  readonly ownerId: string;
  readonly id: string;
}

export interface NewFile {
  readonly of: CaseKey;
  readonly fileId: string;
  readonly storedName: string;
  readonly storedBytes: number;
  readonly keySealed: Uint8Array;
  readonly contentHashes: readonly Uint8Array[];
  readonly contentSealed: Uint8Array;
  readonly kind: DocumentKind;
  readonly byteCount: number;
  readonly removed: readonly string[];
  readonly uploader: { readonly kind: string; readonly id: string };
  readonly nameSealed: Uint8Array | null;
  readonly scan: { readonly outcome: string; readonly said: string };
  readonly at: Date;
}

/** Answers the file's id: another one where the person has this content already. */
export async function callTakeFileIn(tx: Tx, file: NewFile): Promise<string> {
  const row = await tx.row<{ id: string }>(
    'SELECT take_file_in($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) AS id',
    [
      ...[file.of.ownerId, file.of.id, file.fileId, file.storedName, file.storedBytes, file.keySealed],
      ...[file.contentHashes, file.contentSealed, file.kind, file.byteCount, file.removed],
      ...[file.uploader.kind, file.uploader.id, file.nameSealed, file.scan.outcome, file.scan.said, file.at],
    ],
  );
  return row?.id ?? '';
}

export interface UploadedFile {
  readonly fileId: string;
  readonly storedName: string;
  readonly storedBytes: number;
  /** Null once it was erased. */
  readonly keySealed: Uint8Array | null;
  readonly kind: DocumentKind;
  readonly byteCount: number;
  readonly removed: readonly string[];
  readonly nameSealed: Uint8Array | null;
  readonly uploadedAt: Date;
  readonly erasedAt: Date | null;
  readonly scan: 'clean' | 'infected' | 'failed' | 'not-scanned';
}

/** Every file that was uploaded for a case, in the order of their coming. */
export function uploadsOf(reader: Reader, of: CaseKey): Promise<readonly UploadedFile[]> {
  return reader.rows<UploadedFile>(
    `SELECT f.id AS "fileId", f.stored_name AS "storedName", f.stored_bytes AS "storedBytes", f.key_sealed AS "keySealed",
            f.kind, f.byte_count AS "byteCount", f.removed, u.name_sealed AS "nameSealed", u.at AS "uploadedAt",
            f.erased_at AS "erasedAt",
            (SELECT s.outcome FROM paper_scan s WHERE s.owner_id = f.owner_id AND s.file_id = f.id
              ORDER BY s.seq DESC LIMIT 1) AS scan
       FROM paper_upload u JOIN paper_file f ON f.owner_id = u.owner_id AND f.id = u.file_id
      WHERE u.owner_id = $1 AND u.case_id = $2 ORDER BY u.at, f.id`,
    [of.ownerId, of.id],
  );
}

export interface KeptPage {
  readonly materialId: string;
  readonly revision: number;
  readonly page: number;
  readonly fileId: string;
}

export function pagesOf(reader: Reader, of: CaseKey): Promise<readonly KeptPage[]> {
  return reader.rows<KeptPage>(
    `SELECT material_id AS "materialId", revision, page, file_id AS "fileId" FROM paper_page
      WHERE owner_id = $1 AND case_id = $2 ORDER BY material_id, revision, page`,
    [of.ownerId, of.id],
  );
}

export async function callKeepPages(
  tx: Tx,
  of: CaseKey,
  paper: { readonly materialId: string; readonly revision: number; readonly fileIds: readonly string[] },
): Promise<void> {
  const { materialId, revision, fileIds } = paper;
  await tx.rows('SELECT keep_pages($1, $2, $3, $4, $5)', [of.ownerId, of.id, materialId, revision, fileIds]);
}

export interface Verdict {
  readonly materialId: string;
  readonly revision: number;
  readonly seq: number;
  readonly verdict: 'accepted' | 'rejected';
  readonly reason: string | null;
  readonly validUntil: PlainDate | null;
  readonly judgedAt: Date;
}

/** The verdicts of a case that count: the last one on each revision of a paper. */
export function verdictsOf(reader: Reader, of: CaseKey): Promise<readonly Verdict[]> {
  return reader.rows<Verdict>(
    `SELECT DISTINCT ON (material_id, revision) material_id AS "materialId", revision, seq, verdict, reason,
            valid_until AS "validUntil", judged_at AS "judgedAt"
       FROM paper_verdict WHERE owner_id = $1 AND case_id = $2 ORDER BY material_id, revision, seq DESC`,
    [of.ownerId, of.id],
  );
}

export interface NewVerdict
  extends Pick<Verdict, 'materialId' | 'revision' | 'verdict' | 'reason' | 'validUntil'> {
  readonly token: string;
  readonly at: Date;
}

export async function callJudgePaper(tx: Tx, of: CaseKey, verdict: NewVerdict): Promise<void> {
  await tx.rows('SELECT judge_paper($1, $2, $3, $4, $5, $6, $7, $8, $9)', [
    ...[verdict.token, of.ownerId, of.id, verdict.materialId, verdict.revision],
    ...[verdict.verdict, verdict.reason, verdict.validUntil, verdict.at],
  ]);
}

export interface SignedCommitment {
  readonly materialId: string;
  readonly revision: number;
  readonly textVersion: string;
  readonly textDigest: Uint8Array;
  readonly signerKind: string;
  readonly signerId: string;
  readonly signerNameSealed: Uint8Array;
  readonly signedAt: Date;
}

export async function callKeepCommitment(tx: Tx, of: CaseKey, signed: SignedCommitment): Promise<void> {
  await tx.rows('SELECT keep_commitment($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    ...[of.ownerId, of.id, signed.materialId, signed.revision, signed.textVersion, signed.textDigest],
    ...[signed.signerKind, signed.signerId, signed.signerNameSealed, signed.signedAt],
  ]);
}

export function commitmentsOf(reader: Reader, of: CaseKey): Promise<readonly SignedCommitment[]> {
  return reader.rows<SignedCommitment>(
    `SELECT material_id AS "materialId", revision, text_version AS "textVersion", text_digest AS "textDigest",
            signer_kind AS "signerKind", signer_id AS "signerId", signer_name_sealed AS "signerNameSealed",
            signed_at AS "signedAt"
       FROM paper_commitment WHERE owner_id = $1 AND case_id = $2`,
    [of.ownerId, of.id],
  );
}

export interface SaidNotApplying {
  readonly materialId: string;
  readonly revision: number;
  readonly reasonSealed: Uint8Array;
  readonly saidKind: string;
  readonly saidBy: string;
  readonly saidAt: Date;
}

export async function callKeepNotApplying(tx: Tx, of: CaseKey, said: SaidNotApplying): Promise<void> {
  await tx.rows('SELECT keep_not_applying($1, $2, $3, $4, $5, $6, $7, $8)', [
    ...[of.ownerId, of.id, said.materialId, said.revision, said.reasonSealed],
    ...[said.saidKind, said.saidBy, said.saidAt],
  ]);
}

export function notApplyingOf(reader: Reader, of: CaseKey): Promise<readonly SaidNotApplying[]> {
  return reader.rows<SaidNotApplying>(
    `SELECT material_id AS "materialId", revision, reason_sealed AS "reasonSealed", said_kind AS "saidKind", said_by AS "saidBy",
            said_at AS "saidAt" FROM paper_not_applying WHERE owner_id = $1 AND case_id = $2`,
    [of.ownerId, of.id],
  );
}

export interface AcceptedPaper {
  readonly materialId: string;
  readonly number: string;
  readonly revision: number;
  readonly acceptedAt: Date;
  readonly validUntil: PlainDate | null;
}

/** Papers of some kinds that were accepted in a person's other cases, the latest verdict on the latest revision; newest first. */
export function acceptedElsewhere(
  reader: Reader,
  { ownerId, id, kinds }: CaseKey & { readonly kinds: readonly string[] },
): Promise<readonly AcceptedPaper[]> {
  return reader.rows<AcceptedPaper>(
    `SELECT v.material_id AS "materialId", c.number, v.revision, v.judged_at AS "acceptedAt", v.valid_until AS "validUntil"
       FROM paper_verdict v JOIN case_file c ON c.owner_id = v.owner_id AND c.id = v.case_id
      WHERE v.owner_id = $1 AND v.case_id <> $2 AND v.material_id = ANY ($3) AND v.verdict = 'accepted'
        AND NOT EXISTS (SELECT FROM paper_verdict l WHERE l.owner_id = v.owner_id AND l.case_id = v.case_id
              AND l.material_id = v.material_id AND (l.revision, l.seq) > (v.revision, v.seq))
        AND NOT EXISTS (SELECT FROM case_material m WHERE m.owner_id = v.owner_id AND m.case_id = v.case_id
              AND m.material_id = v.material_id AND m.revision > v.revision)
        AND NOT EXISTS (SELECT FROM paper_not_applying n WHERE n.owner_id = v.owner_id AND n.case_id = v.case_id
              AND n.material_id = v.material_id AND n.revision = v.revision)
      ORDER BY v.judged_at DESC`,
    [ownerId, id, kinds],
  );
}

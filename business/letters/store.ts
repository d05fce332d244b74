import type { Text } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { DocumentKind, LetterItem } from './letter.ts';

/** A letter as it is kept. */
export interface LetterRow extends LetterItem {
  readonly templateVersion: number;
  readonly dataSealed: Uint8Array;
  readonly dataHash: Uint8Array;
  readonly statement: string | null;
}

interface LetterPlace {
  readonly ownerId: string;
  readonly caseId: string;
}

export async function insertLetter(
  tx: Tx,
  { ownerId, caseId }: LetterPlace,
  letter: Omit<LetterRow, 'number'>,
): Promise<string> {
  const row = await tx.row<{ number: string }>(
    'SELECT issue_letter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS number',
    [
      ...[ownerId, caseId, letter.seq, letter.kind, letter.language, letter.templateVersion],
      ...[letter.dataSealed, letter.dataHash, letter.statement, letter.issuedAt],
    ],
  );
  return row?.number ?? '';
}

const itemColumns = 'number, seq, kind, language, issued_at AS "issuedAt"';

export function lettersOf(reader: Reader, { ownerId, caseId }: LetterPlace): Promise<LetterItem[]> {
  return reader.rows<LetterItem>(
    `SELECT ${itemColumns} FROM letter WHERE owner_id = $1 AND case_id = $2 ORDER BY seq`,
    [ownerId, caseId],
  );
}

export function letterAt(
  reader: Reader,
  { ownerId, caseId, seq }: LetterPlace & { readonly seq: number },
): Promise<LetterRow | undefined> {
  return reader.row<LetterRow>(
    `SELECT ${itemColumns}, template_version AS "templateVersion", data_sealed AS "dataSealed", data_hash AS "dataHash", statement
       FROM letter WHERE owner_id = $1 AND case_id = $2 AND seq = $3`,
    [ownerId, caseId, seq],
  );
}

/** What an office is called; its id where it is not on record. */
export async function officeName(reader: Reader, id: string): Promise<Text> {
  const row = await reader.row<Text>('SELECT name_zh AS zh, name_en AS en FROM office WHERE id = $1', [id]);
  return row ?? { zh: id, en: id };
}

/** Letters whose number, hash or step is not what it must be; a hundred at most. */
export function lettersAfter(
  reader: Reader,
  after: { readonly ownerId: string; readonly caseId: string; readonly seq: number },
  limit: number,
): Promise<ProvableLetter[]> {
  return reader.rows<ProvableLetter>(
    `SELECT l.owner_id AS "ownerId", l.case_id AS "caseId", l.seq, l.number, l.kind, l.data_hash AS "dataHash", l.statement,
            c.number AS "caseNumber", a.action
       FROM letter l
       LEFT JOIN case_file c ON c.owner_id = l.owner_id AND c.id = l.case_id
       LEFT JOIN case_action a ON a.owner_id = l.owner_id AND a.case_id = l.case_id AND a.seq = l.seq
      WHERE (l.owner_id, l.case_id, l.seq) > ($1, $2, $3) ORDER BY l.owner_id, l.case_id, l.seq LIMIT $4`,
    [after.ownerId, after.caseId, after.seq, limit],
  );
}

export interface ProvableLetter extends LetterPlace {
  readonly seq: number;
  readonly number: string;
  readonly kind: DocumentKind;
  readonly dataHash: Uint8Array;
  readonly statement: string | null;
  readonly caseNumber: string | null;
  readonly action: string | null;
}

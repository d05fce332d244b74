import type { Text } from '#basics';
import type { Reader, Tx } from '#platform/postgres';
import type { DocumentKind, LetterItem } from './letter.ts';

/** A letter in a list, as it is read. */
export interface LetterItemRow extends Omit<LetterItem, 'title'> {
  /** The step of its case that it tells of. */
  readonly step: string | null;
  readonly templateVersion: number;
  /** What that step did with one share among several, as the case keeps it: `sent`, `paid`, `returned` …; else null. */
  readonly moved: string | null;
  /** Who the heir is to whom alone it is written, and what they are called, unmasked; null of letters of the case. */
  readonly heirRelation: string | null;
  readonly heirName: string | null;
}

/** A letter as it is kept. */
export interface LetterRow extends LetterItemRow {
  readonly dataSealed: Uint8Array;
  readonly dataHash: Uint8Array;
  readonly statement: string | null;
}

interface LetterPlace {
  readonly ownerId: string;
  readonly caseId: string;
}

type Written = Omit<LetterRow, 'number' | 'heir' | 'step' | 'moved' | 'heirRelation' | 'heirName'>;

export async function insertLetter(
  tx: Tx,
  { ownerId, caseId }: LetterPlace,
  letter: Written,
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

export async function insertHeirLetter(
  tx: Tx,
  { ownerId, caseId, successorId }: LetterPlace & { readonly successorId: string },
  letter: Written,
): Promise<string> {
  const row = await tx.row<{ number: string }>(
    'SELECT issue_heir_letter($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) AS number',
    [
      ...[ownerId, caseId, letter.seq, successorId, letter.language, letter.templateVersion],
      ...[letter.dataSealed, letter.dataHash, letter.statement, letter.issuedAt],
    ],
  );
  return row?.number ?? '';
}

const ofStep = (letter: string, what: string) =>
  `(SELECT ${what} FROM case_action a WHERE a.owner_id = ${letter}.owner_id AND a.case_id = ${letter}.case_id AND a.seq = ${letter}.seq)`;
const stepOf = (letter: string) =>
  `${ofStep(letter, 'a.action')} AS step, ${ofStep(letter, "a.data ->> 'moved'")} AS moved`;
const itemColumns = `number, seq, NULL::integer AS heir, kind, language, template_version AS "templateVersion", issued_at AS "issuedAt", ${stepOf('letter')},
  NULL::text AS "heirRelation", NULL::text AS "heirName"`;
const heirItemColumns = `l.number, l.seq, s.place AS heir, 'heir-share' AS kind, l.language, l.template_version AS "templateVersion", l.issued_at AS "issuedAt", ${stepOf('l')},
  s.relation AS "heirRelation", s.name AS "heirName"`;
const contentColumns = 'data_sealed AS "dataSealed", data_hash AS "dataHash", statement';
const toHeirs =
  'heir_letter l JOIN successor s ON s.owner_id = l.owner_id AND s.case_id = l.case_id AND s.id = l.successor_id';

/** The letters of the case itself. */
export function lettersOf(reader: Reader, { ownerId, caseId }: LetterPlace): Promise<LetterItemRow[]> {
  return reader.rows<LetterItemRow>(
    `SELECT ${itemColumns} FROM letter WHERE owner_id = $1 AND case_id = $2 ORDER BY seq`,
    [ownerId, caseId],
  );
}

/** The letters to single heirs; those to some of them where they are named. */
export function heirLettersOf(
  reader: Reader,
  { ownerId, caseId, successorIds }: LetterPlace & { readonly successorIds: readonly string[] | null },
): Promise<LetterItemRow[]> {
  return reader.rows<LetterItemRow>(
    `SELECT ${heirItemColumns} FROM ${toHeirs}
      WHERE l.owner_id = $1 AND l.case_id = $2 AND ($3::text[] IS NULL OR l.successor_id = ANY ($3)) ORDER BY l.seq, s.place`,
    [ownerId, caseId, successorIds],
  );
}

/**
 * The heir of a case that a login says to be, where officers identified its holder under this very name; and the minors whose guardian on
 * record they identified its holder to be, by name and document.
 */
export function heirsOfLogin(
  reader: Reader,
  { ownerId, caseId }: LetterPlace,
  loginId: string,
): Promise<{ readonly successorId: string; readonly place: number }[]> {
  return reader.rows(
    `SELECT s.id AS "successorId", s.place
       FROM successor_login l JOIN successor s ON s.owner_id = l.owner_id AND s.case_id = l.case_id AND s.id = l.successor_id
      WHERE l.owner_id = $1 AND l.case_id = $2 AND l.login_id = $3
        AND identified_as_heir(l.login_id, s.owner_id, s.case_id, s.id)
      UNION
     SELECT s.id, s.place FROM successor s
      WHERE s.owner_id = $1 AND s.case_id = $2 AND signed_in_as_guardian($3, s.owner_id, s.case_id, s.id)`,
    [ownerId, caseId, loginId],
  );
}

export function letterAt(
  reader: Reader,
  { ownerId, caseId, seq, heir }: LetterPlace & Pick<LetterItem, 'seq' | 'heir'>,
): Promise<LetterRow | undefined> {
  if (heir === null)
    return reader.row<LetterRow>(
      `SELECT ${itemColumns}, ${contentColumns} FROM letter WHERE owner_id = $1 AND case_id = $2 AND seq = $3`,
      [ownerId, caseId, seq],
    );
  return reader.row<LetterRow>(
    `SELECT ${heirItemColumns}, ${contentColumns} FROM ${toHeirs}
      WHERE l.owner_id = $1 AND l.case_id = $2 AND l.seq = $3 AND s.place = $4`,
    [ownerId, caseId, seq, heir],
  );
}

/** The step of a case that a letter is about to stand on. */
export async function stepAt(
  reader: Reader,
  { ownerId, caseId, seq }: LetterPlace & { readonly seq: number },
): Promise<string | null> {
  const row = await reader.row<{ action: string }>(
    'SELECT action FROM case_action WHERE owner_id = $1 AND case_id = $2 AND seq = $3',
    [ownerId, caseId, seq],
  );
  return row?.action ?? null;
}

/** What an office is called; its id where it is not on record. */
export async function officeName(reader: Reader, id: string): Promise<Text> {
  const row = await reader.row<Text>('SELECT name_zh AS zh, name_en AS en FROM office WHERE id = $1', [id]);
  return row ?? { zh: id, en: id };
}

/** A page of letters of all kinds with the steps that they stand on, for the proof. */
export function lettersAfter(
  reader: Reader,
  after: { readonly ownerId: string; readonly caseId: string; readonly seq: number; readonly heir: number },
  limit: number,
): Promise<ProvableLetter[]> {
  return reader.rows<ProvableLetter>(
    `SELECT l.owner_id AS "ownerId", l.case_id AS "caseId", l.seq, l.heir, l.number, l.kind, l.data_hash AS "dataHash", l.statement,
            c.number AS "caseNumber", a.action
       FROM (SELECT owner_id, case_id, seq, NULL::integer AS heir, number, kind, data_hash, statement FROM letter
              WHERE (owner_id, case_id, seq, 0) > ($1, $2, $3, $4)
              UNION ALL
             SELECT l.owner_id, l.case_id, l.seq, s.place, l.number, 'heir-share', l.data_hash, l.statement FROM ${toHeirs}
              WHERE (l.owner_id, l.case_id, l.seq, s.place) > ($1, $2, $3, $4)) l
       LEFT JOIN case_file c ON c.owner_id = l.owner_id AND c.id = l.case_id
       LEFT JOIN case_action a ON a.owner_id = l.owner_id AND a.case_id = l.case_id AND a.seq = l.seq
      ORDER BY l.owner_id, l.case_id, l.seq, l.heir NULLS FIRST LIMIT $5`,
    [after.ownerId, after.caseId, after.seq, after.heir, limit],
  );
}

export interface ProvableLetter extends LetterPlace {
  readonly seq: number;
  readonly heir: number | null;
  readonly number: string;
  readonly kind: DocumentKind;
  readonly dataHash: Uint8Array;
  readonly statement: string | null;
  readonly caseNumber: string | null;
  readonly action: string | null;
}

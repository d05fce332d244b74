import { canonicalJson, shanghaiDate } from '#basics';
import type { CaseFile } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import type { LettersContext } from './context.ts';
import type { DocumentKind, Language, LetterContent, LetterSheet } from './letter.ts';
import { titleOf } from './letter-title.ts';
import { sheetHash, signLetter } from './statement.ts';
import { insertHeirLetter, insertLetter, officeName, stepAt } from './store.ts';
import { currentVersionOf } from './versions.ts';

export interface NewLetter {
  readonly context: LettersContext;
  /** The case as it stands after the step that the letter tells of. */
  readonly file: CaseFile;
  readonly kind: DocumentKind;
  /** The person's. */
  readonly language: Language;
  readonly content: LetterContent;
  /** The heir to whom alone it is written; it is then of the kind `heir-share`. */
  readonly heir?: { readonly id: string; readonly place: number };
}

/**
 * Issues a letter in the transaction of the step that it tells of: there is no step without its letter and no letter without
 * its step. Answers its number.
 */
export async function issueLetter(
  tx: Tx,
  { context, file, kind, language, content, heir }: NewLetter,
): Promise<string> {
  const at = context.clock.now();
  const place = { ownerId: file.ownerId, caseId: file.id };
  const sheet: LetterSheet = {
    ...content,
    version: 1,
    kind,
    title: titleOf({ kind, step: await stepAt(tx, { ...place, seq: file.actionCount }) }),
    number: heir ? `${letterNumber(file)}-${heir.place}` : letterNumber(file),
    caseNumber: file.number,
    region: context.region,
    office: await officeName(tx, file.officeId),
    issuedOn: shanghaiDate(at),
  };
  const signer = context.signingKeys.signer();
  const letter = {
    ...{ seq: file.actionCount, kind, language, templateVersion: currentVersionOf(kind), issuedAt: at },
    dataSealed: context.seal.seal(canonicalJson(sheet)),
    dataHash: sheetHash(sheet),
    statement: signer.ok ? signLetter(signer.value, { sheet, at }) : null,
  };
  return heir
    ? insertHeirLetter(tx, { ...place, successorId: heir.id }, letter)
    : insertLetter(tx, place, letter);
}

/** A letter is called by its case and the step that it tells of. */
function letterNumber({ number, actionCount }: CaseFile): string {
  return `${number}/${actionCount}`;
}

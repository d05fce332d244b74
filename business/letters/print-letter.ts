import { ok, type Refusal, type Result, refuse } from '#basics';
import { type Caller, maySee } from '#business/access/public';
import { findCase, readCaseNumber } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { PrintingContext } from './context.ts';
import { type Language, type LetterItem, type LetterSheet, sheetSchema } from './letter.ts';
import { letterHtml } from './letter-html.ts';
import { type LetterPage, pageOf } from './make-page.ts';
import { sheetHash, statementFits } from './statement.ts';
import { type LetterRow, letterAt, lettersOf } from './store.ts';
import { templateOf } from './versions.ts';

interface Asked {
  readonly caller: Caller;
  readonly number: string;
}

interface AskedLetter extends Asked {
  readonly seq: number;
  /** The letter's own where null. */
  readonly language: Language | null;
}

/** The letters of a case, the oldest first. Refuses `casework.no-case`. */
export async function listLetters(
  reader: Reader,
  asked: Asked,
): Promise<Result<readonly LetterItem[], Refusal>> {
  const file = await caseFor(reader, asked);
  if (!file) return refuse({ code: 'casework.no-case' });
  return ok(await lettersOf(reader, { ownerId: file.ownerId, caseId: file.id }));
}

/** The letter as a page for a browser. Refuses `casework.no-case`, `letters.no-letter` and `letters.altered`. */
export async function printHtml(
  reader: Reader,
  { seal, ...asked }: AskedLetter & { readonly seal: Seal },
): Promise<Result<string, Refusal>> {
  const page = await pageFor(reader, { seal, ...asked });
  return page.ok ? ok(letterHtml(page.value.page)) : page;
}

/** The letter as PDF, and what no font could draw. The same letter has the same bytes whenever it is printed. */
export async function printPdf(
  reader: Reader,
  { context, ...asked }: AskedLetter & { readonly context: PrintingContext },
): Promise<Result<{ readonly pdf: Uint8Array; readonly replaced: readonly string[] }, Refusal>> {
  const page = await pageFor(reader, { seal: context.seal, ...asked });
  if (!page.ok) return page;
  const template = templateOf(page.value.row.templateVersion);
  return ok(await context.press.print({ template, data: page.value.page }));
}

async function pageFor(
  reader: Reader,
  { seal, ...asked }: AskedLetter & { readonly seal: Seal },
): Promise<Result<{ readonly row: LetterRow; readonly page: LetterPage }, Refusal>> {
  const file = await caseFor(reader, asked);
  if (!file) return refuse({ code: 'casework.no-case' });
  const place = { ownerId: file.ownerId, caseId: file.id, seq: asked.seq };
  const row = await letterAt(reader, place);
  if (!row) return refuse({ code: 'letters.no-letter', figures: { letter: `${file.number}/${asked.seq}` } });
  const sheet = sheetSchema.parse(JSON.parse(seal.open(row.dataSealed)));
  if (!isAsIssued(row, sheet)) return refuse({ code: 'letters.altered', figures: { letter: row.number } });
  const { statement, language } = row;
  return ok({
    row,
    page: pageOf({ ...sheet, content: sheet, statement, language, lang: asked.language ?? language }),
  });
}

/** A letter whose data are not those that were hashed, signed and numbered is not printed. */
function isAsIssued(row: LetterRow, sheet: LetterSheet): boolean {
  const hash = sheetHash(sheet);
  const signed = row.statement === null || statementFits(row.statement, hash);
  const same = Buffer.compare(hash, row.dataHash) === 0;
  return same && signed && sheet.number === row.number && sheet.kind === row.kind;
}

async function caseFor(reader: Reader, { caller, number }: Asked) {
  const written = readCaseNumber(number);
  const file = written === null ? undefined : await findCase(reader, written);
  return file && maySee(caller, file.ownerId, file) ? file : undefined;
}

import { ok, type Refusal, type Result, refuse } from '#basics';
import { seesCase } from '#business/access';
import type { Caller } from '#business/access/public';
import { findCase, readCaseNumber } from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import type { PrintingContext } from './context.ts';
import { type Language, type LetterItem, type LetterSheet, sheetSchema } from './letter.ts';
import { letterHtml } from './letter-html.ts';
import { listTitle } from './list-title.ts';
import { type LetterPage, pageOf } from './make-page.ts';
import { sheetHash, statementFits } from './statement.ts';
import {
  heirLettersOf,
  heirsOfLogin,
  type LetterItemRow,
  type LetterRow,
  letterAt,
  lettersOf,
} from './store.ts';
import { templateOf } from './versions.ts';

interface Asked {
  readonly caller: Caller;
  readonly number: string;
}

interface AskedLetter extends Asked {
  readonly seq: number;
  /** The place of the heir whose letter it is; a letter of the case where left out. */
  readonly heir?: number | null;
  /** The letter's own where null. */
  readonly language: Language | null;
}

/** Whose letters an heir reads. */
export interface HeirOfCase {
  readonly ownerId: string;
  readonly caseId: string;
  readonly successorId: string;
}

export interface Printed {
  readonly pdf: Uint8Array;
  /** What no font could draw. */
  readonly replaced: readonly string[];
}

/** The letters of a case, the oldest first; officers see those to single heirs besides, an heir their own, and a guardian the child’s. Refuses `casework.no-case`. */
export async function listLetters(
  reader: Reader,
  asked: Asked,
): Promise<Result<readonly LetterItem[], Refusal>> {
  const file = await caseFor(reader, asked);
  if (!file) return refuse({ code: 'casework.no-case' });
  const place = { ownerId: file.ownerId, caseId: file.id };
  const letters = (await lettersOf(reader, place)).map(itemOf);
  const own = await ownHeirs(reader, asked.caller, place);
  const successorIds = readsHeirs(asked.caller) ? null : own.map(({ successorId }) => successorId);
  const toHeirs = (await heirLettersOf(reader, { ...place, successorIds })).map(itemOf);
  return ok([...letters, ...toHeirs].sort((a, b) => a.seq - b.seq || (a.heir ?? 0) - (b.heir ?? 0)));
}

/** The letters to one heir, the oldest first. */
export async function listHeirLetters(reader: Reader, heir: HeirOfCase): Promise<readonly LetterItem[]> {
  return (await lettersToHeir(reader, heir)).map(itemOf);
}

function lettersToHeir(reader: Reader, { ownerId, caseId, successorId }: HeirOfCase) {
  return heirLettersOf(reader, { ownerId, caseId, successorIds: [successorId] });
}

/** What a list shows; the heir's name only as its title has it, masked. */
function itemOf(row: LetterItemRow): LetterItem {
  const { number, seq, heir, kind, language, issuedAt } = row;
  return { number, seq, heir, kind, title: listTitle(row), language, issuedAt };
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
): Promise<Result<Printed, Refusal>> {
  const page = await pageFor(reader, { seal: context.seal, ...asked });
  return page.ok ? ok(await setInType(context, page.value)) : page;
}

/** A letter to one heir in both forms, for that heir alone. Refuses `letters.no-letter` and `letters.altered`. */
export async function printForHeir(
  reader: Reader,
  asked: {
    readonly context: PrintingContext;
    readonly heir: HeirOfCase;
    readonly number: string;
    readonly language: Language | null;
    readonly form: 'pdf' | 'html';
  },
): Promise<Result<Uint8Array, Refusal>> {
  const { context, heir, number, language, form } = asked;
  const item = (await lettersToHeir(reader, heir)).find((letter) => letter.number === number.trim());
  const row = item && (await letterAt(reader, { ...heir, ...item }));
  if (!row) return refuse({ code: 'letters.no-letter', figures: { letter: number } });
  const made = madeOf(row, { seal: context.seal, language });
  if (!made.ok) return made;
  if (form === 'html') return ok(Buffer.from(letterHtml(made.value.page), 'utf8'));
  return ok((await setInType(context, made.value)).pdf);
}

interface Made {
  readonly row: LetterRow;
  readonly page: LetterPage;
}

function setInType({ press }: PrintingContext, { row, page }: Made): Promise<Printed> {
  return press.print({ template: templateOf(row.templateVersion), data: page });
}

async function pageFor(
  reader: Reader,
  { seal, ...asked }: AskedLetter & { readonly seal: Seal },
): Promise<Result<Made, Refusal>> {
  const file = await caseFor(reader, asked);
  if (!file) return refuse({ code: 'casework.no-case' });
  const { seq, heir = null, language } = asked;
  const place = { ownerId: file.ownerId, caseId: file.id };
  const mayRead =
    heir === null ||
    readsHeirs(asked.caller) ||
    (await ownHeirs(reader, asked.caller, place)).some((one) => one.place === heir);
  const row = mayRead ? await letterAt(reader, { ...place, seq, heir }) : undefined;
  const called = `${file.number}/${seq}${heir === null ? '' : `-${heir}`}`;
  if (!row) return refuse({ code: 'letters.no-letter', figures: { letter: called } });
  return madeOf(row, { seal, language });
}

function madeOf(
  row: LetterRow,
  { seal, language: wished }: { readonly seal: Seal; readonly language: Language | null },
): Result<Made, Refusal> {
  const sheet = sheetSchema.parse(JSON.parse(seal.open(row.dataSealed)));
  if (!isAsIssued(row, sheet)) return refuse({ code: 'letters.altered', figures: { letter: row.number } });
  const { statement, language, templateVersion } = row;
  return ok({
    row,
    page: pageOf({
      ...{ ...sheet, content: sheet, statement, templateVersion },
      ...{ language, lang: wished ?? language },
    }),
  });
}

/**
 * For which heirs somebody has signed in: the one whom the login says to be and officers identified by name, and minors whose guardian
 * officers identified by name and document (decision 0030); nobody else.
 */
async function ownHeirs(reader: Reader, { kind, id }: Caller, place: Omit<HeirOfCase, 'successorId'>) {
  return kind === 'successor' ? heirsOfLogin(reader, place, id) : [];
}

/** Whoever may read a case does not by that alone read what one heir is told: officers do, and the heir or a minor’s guardian, by the link or identified. */
function readsHeirs({ kind }: Caller): boolean {
  return kind === 'officer';
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
  return file && (await seesCase(reader, caller, file)) ? file : undefined;
}

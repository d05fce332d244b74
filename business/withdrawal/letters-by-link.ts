import { ok, type Refusal, type Result, refuse } from '#basics';
import { type LetterItem, listHeirLetters, type PrintingContext, printForHeir } from '#business/letters';
import { ordersOfCase } from '#business/payments';
import type { Reader } from '#platform/postgres';
import { type Opened, openLink } from './open-heir-link.ts';
import { ownShareOf } from './show-own-share.ts';

/** The letters to this heir, the oldest first; by a link that a relative passed on, once their own share is paid: they tell amounts. */
export async function listLettersByLink(
  reader: Reader,
  secret: string,
): Promise<Result<readonly LetterItem[], Refusal>> {
  const opened = await openLink(reader, secret);
  if (!opened.ok) return opened;
  if (!(await readsLetters(reader, opened.value))) return ok([]);
  return ok(await listHeirLetters(reader, heirOf(opened.value)));
}

/** One of them, as a page or as PDF. */
export async function printLetterByLink(
  reader: Reader,
  asked: { readonly context: PrintingContext; readonly secret: string; readonly letter: string } & Form,
): Promise<Result<Uint8Array, Refusal>> {
  const { context, secret, letter: number, language, form } = asked;
  const opened = await openLink(reader, secret);
  if (!opened.ok) return opened;
  if (!(await readsLetters(reader, opened.value)))
    return refuse({ code: 'letters.no-letter', figures: { letter: number } });
  return printForHeir(reader, { context, heir: heirOf(opened.value), number, language, form });
}

/** Whoever passed a link on may have kept it, and reads by it of no amount before it is paid. */
async function readsLetters(reader: Reader, { file, heir, byRelative }: Opened): Promise<boolean> {
  if (!byRelative) return true;
  const own = ownShareOf(await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id }), heir);
  return own.length > 0 && own.every(({ amountFen }) => amountFen !== null);
}

interface Form {
  /** The letter's own where null. */
  readonly language: 'zh' | 'en' | null;
  readonly form: 'pdf' | 'html';
}

function heirOf({ file, heir }: Opened) {
  return { ownerId: file.ownerId, caseId: file.id, successorId: heir.id };
}

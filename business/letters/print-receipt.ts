import type { Text } from '#basics';
import { qrSvg } from '#platform/typesetting';
import type { PrintingContext } from './context.ts';
import { type Language, type LetterContent, letterTitles } from './letter.ts';
import { type LetterPage, pageOf } from './make-page.ts';
import type { Printed } from './print-letter.ts';
import { receiptVersion, templateOf } from './versions.ts';

/** A receipt that is made from its case whenever it is asked for. */
export interface ReceiptParts {
  readonly content: LetterContent;
  readonly office: Text;
  /** The case's. */
  readonly number: string;
  readonly issuedOn: string;
  readonly language: Language;
  /** The address that its code leads to; null where it bears none. */
  readonly lead: string | null;
}

/** A receipt in the letters' manner. Its code leads to a page and is no signature, which the paper says. */
export function receiptPage({ lead, ...parts }: ReceiptParts): LetterPage {
  const head = { kind: 'receipt', title: letterTitles.receipt, statement: null } as const;
  const page = pageOf({ ...parts, ...head, templateVersion: receiptVersion });
  return { ...page, qr: lead === null ? null : qrSvg(lead, 'M') };
}

export function printReceipt({ press }: Pick<PrintingContext, 'press'>, page: LetterPage): Promise<Printed> {
  return press.print({ template: templateOf(receiptVersion), data: page });
}

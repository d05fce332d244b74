import type { Text } from '#basics';
import type { PrintingContext } from './context.ts';
import { documentTitles, type FormKind, type Language, type LetterContent } from './letter.ts';
import { type LetterPage, pageOf } from './make-page.ts';
import type { Printed } from './print-letter.ts';
import { copyVersion, templateOf } from './versions.ts';

/** What another agency said, as its form would have it. */
export interface CopyParts {
  readonly kind: FormKind;
  /** Where it is called otherwise than its kind. */
  readonly title?: Text;
  readonly content: LetterContent;
  /** Who said it. */
  readonly office: Text;
  /** What it is called over there. */
  readonly number: string;
  /** The day on which it was said. */
  readonly issuedOn: string;
  readonly language: Language;
}

/** A page that is marked as a copy, without seal and code: nobody takes it for a letter of either agency. */
export function copyPage({ kind, title = documentTitles[kind], ...parts }: CopyParts): LetterPage {
  return pageOf({ ...parts, kind, title, statement: null, templateVersion: copyVersion, copy: true });
}

export function printCopy({ press }: Pick<PrintingContext, 'press'>, page: LetterPage): Promise<Printed> {
  return press.print({ template: templateOf(copyVersion), data: page });
}

export type { LettersContext, PrintingContext } from './context.ts';
export { issueLetter, type NewLetter } from './issue-letter.ts';
export {
  type Language,
  type LetterContent,
  type LetterItem,
  type LetterKind,
  letterKinds,
  letterTitles,
} from './letter.ts';
export { type LetterPage, pageOf } from './make-page.ts';
export { listLetters, printHtml, printPdf } from './print-letter.ts';
export { lettersProofs } from './proofs.ts';
export { lettersRefusals } from './refusals.ts';
export { lettersOperations } from './routes.ts';
export { letterDocument } from './statement.ts';
export { templateOf } from './versions.ts';

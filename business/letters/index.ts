export type { LettersContext, PrintingContext } from './context.ts';
export { issueLetter, type NewLetter } from './issue-letter.ts';
export {
  type DocumentKind,
  documentKinds,
  documentTitles,
  type FormContent,
  type FormKind,
  formKinds,
  formTitles,
  type Language,
  type LetterContent,
  type LetterItem,
  type LetterKind,
  type LetterSheet,
  type LetterText,
  letterKinds,
  letterTitles,
} from './letter.ts';
export { letterHtml } from './letter-html.ts';
export { requestTitles, titleOf } from './letter-title.ts';
export { type LetterPage, pageOf } from './make-page.ts';
export { type CopyParts, copyPage, printCopy } from './print-copy.ts';
export {
  listHeirLetters,
  listLetters,
  type Printed,
  printForHeir,
  printHtml,
  printPdf,
} from './print-letter.ts';
export { printReceipt, type ReceiptParts, receiptPage } from './print-receipt.ts';
export { lettersProofs } from './proofs.ts';
export { lettersRefusals } from './refusals.ts';
export { lettersOperations } from './routes.ts';
export { letters as listedLetters } from './schemas.ts';
export { letterDocument, sheetHash, signLetter, signPayload } from './statement.ts';
export { officeName } from './store.ts';
export { codeOf, copyVersion, currentVersionOf, templateOf } from './versions.ts';

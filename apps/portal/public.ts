export { codeInPdf } from './anyone/verify/read-pdf.ts';

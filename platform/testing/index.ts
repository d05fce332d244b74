export {
  type TestCase,
  type TestOffice,
  type TestPerson,
  testApproval,
  testApprovedCase,
  testCase,
  testCaseFile,
  testCaseOver,
  testOffice,
  testPerson,
  testRecord,
  testSettle,
} from './agency.store.ts';
export { type Attempt, type Attempts, testAttempt, testAttempts } from './attempt.store.ts';
export { barriers } from './barriers.ts';
export { type TestClock, testClock, testIds, testRandom, testSigningKeys } from './fixed.ts';
export { testGuessing } from './guessing.ts';
export { inFull } from './in-full.ts';
export { launchBrowser } from './launch-browser.ts';
export { rememberAll } from './put-back.store.ts';
export { type PdfFacts, readPdf } from './read-pdf.ts';
export { readScan } from './read-scan.ts';
export { removeTemporaryFolder, temporaryFolder } from './temporary-folder.ts';
export { testBrowser } from './test-browser.ts';
export { type TestDatabase, testDatabase } from './test-database.ts';
export { jpegSegment, pdfStream, pngChunk, testExif, testJpeg, testPdf, testPng } from './test-documents.ts';
export { type ScannerManner, type TestScanner, testScanner } from './test-scanner.ts';

export {
  type ClamdAddress,
  clamdScanner,
  type ScanFailure,
  type Scanner,
  type ScanVerdict,
} from './clamd.ts';
export { type CsvBreak, type CsvRecord, readCsv } from './csv.ts';
export { type Draft, type FileStore, type ListedFile, putFile } from './file-store.ts';
export { folderStore } from './folder-store.ts';
export { bytesSource, type FileSource } from './source.ts';
export { type Inspection, inspectText, type TextEncoding } from './text-encoding.ts';

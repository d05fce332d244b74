export { type CsvBreak, type CsvRecord, readCsv } from './csv.ts';
export { bytesSource, type FileSource } from './source.ts';
export { type Inspection, inspectText, type TextEncoding } from './text-encoding.ts';

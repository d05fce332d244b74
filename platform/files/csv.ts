import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { FileSource } from './source.ts';
import { decodeText, type TextEncoding } from './text-encoding.ts';

/** One record of a CSV file: its fields as text, and the line of the file on which it ends (a field may span lines). */
export interface CsvRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Why the rest of a file cannot be read as CSV, and on which line that shows. */
export interface CsvBreak {
  readonly line: number;
  readonly why: 'quote-not-closed' | 'stray-quote' | 'record-too-long';
}

// A quote that nobody closed swallows all that follows; a record of a table of people is never this long.
const recordBytesAtMost = 65_536;

/**
 * Reads RFC 4180 as spreadsheets write it: quoted fields, CR LF or LF, lines of other lengths than the header's, empty lines
 * left out. Ends with a `CsvBreak` where the file cannot be read on.
 */
export async function* readCsv(
  source: FileSource,
  encoding: TextEncoding,
): AsyncGenerator<CsvRecord, CsvBreak | null> {
  const parser = Readable.from(linesNotTooLong(decodeText(source, encoding))).compose(
    parse({
      bom: true,
      info: true,
      max_record_size: recordBytesAtMost,
      relax_column_count: true,
      skip_empty_lines: true,
    }),
  );
  let line = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      line = info.lines;
      yield { line, fields: record };
    }
    return null;
  } catch (error) {
    if (error === tooLong) return { line: line + 1, why: 'record-too-long' };
    if (!(error instanceof CsvError)) throw error;
    return { line: line + 1, why: reasonOf(error.code) };
  }
}

const tooLong = new Error('a line is longer than any line of a table of people');

/** The parser's own limit counts what is in the fields, so a line of nothing but commas would fill the memory. */
async function* linesNotTooLong(pieces: AsyncIterable<string>): AsyncIterable<string> {
  let length = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (;;) {
      const end = piece.indexOf('\n', from);
      length += (end === -1 ? piece.length : end) - from;
      if (length > recordBytesAtMost) throw tooLong;
      if (end === -1) break;
      length = 0;
      from = end + 1;
    }
    yield piece;
  }
}

function reasonOf(code: string): CsvBreak['why'] {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'quote-not-closed';
  return code === 'CSV_MAX_RECORD_SIZE' ? 'record-too-long' : 'stray-quote';
}

import type { PlainDate, Text } from '#basics';
import { type CsvBreak, type CsvRecord, type FileSource, readCsv, type TextEncoding } from '#platform/files';
import type { Cells, Remark } from './import-cells.ts';
import { type Column, type Places, readHeader } from './import-columns.ts';

/** How the lines of one kind of file are read. */
export interface LineReading<Key extends string, Line> {
  readonly columns: readonly Column<Key>[];
  readonly readLine: (cells: Cells<Key>, today: PlainDate) => Line | null;
}

/** A line read: what it brings, or null with what is wrong. */
export interface ReadLine<Key extends string, Line> {
  readonly line: number;
  readonly value: Line | null;
  readonly problems: readonly Remark<Key>[];
  readonly notices: readonly Remark<Key>[];
}

const chunkSize = 200;

/** Reads a file in chunks of lines; a header or a quote that cannot be read is a line with a problem. */
export async function* readLines<Key extends string, Line>(
  reading: LineReading<Key, Line>,
  {
    file,
    encoding,
    today,
  }: { readonly file: FileSource; readonly encoding: TextEncoding; readonly today: PlainDate },
): AsyncGenerator<readonly ReadLine<Key, Line>[]> {
  const records = readCsv(file, encoding);
  const first = await records.next();
  if (first.done) {
    yield [broken(1, first.value === null ? said.empty : breaks[first.value.why])];
    return;
  }
  const { places, wrong } = readHeader(reading.columns, first.value.fields);
  if (wrong.length > 0) {
    yield wrong.map((detail) => broken<Key, Line>(first.value.line, detail));
    await records.return(null);
    return;
  }
  yield* readBody(reading, { records, places, width: first.value.fields.length, today });
}

async function* readBody<Key extends string, Line>(
  { readLine }: LineReading<Key, Line>,
  file: {
    readonly records: AsyncGenerator<CsvRecord, CsvBreak | null>;
    readonly places: Places<Key>;
    readonly width: number;
    readonly today: PlainDate;
  },
): AsyncGenerator<readonly ReadLine<Key, Line>[]> {
  let chunk: ReadLine<Key, Line>[] = [];
  let any = false;
  for (;;) {
    const next = await file.records.next();
    if (next.done) {
      if (next.value) chunk.push(broken(next.value.line, breaks[next.value.why]));
      else if (!any) chunk.push(broken(1, said.empty));
      if (chunk.length > 0) yield chunk;
      return;
    }
    const { fields, line } = next.value;
    if (fields.every((field) => field.trim() === '')) continue; // spreadsheets save emptied rows as commas
    any = true;
    const cells: Cells<Key> = { fields, places: file.places, problems: [], notices: [] };
    if (fields.slice(file.width).some((field) => field.trim() !== '')) {
      cells.problems.push({ column: null, detail: said.tooWide });
    }
    const value = readLine(cells, file.today);
    chunk.push({ line, value, problems: cells.problems, notices: cells.notices });
    if (chunk.length === chunkSize) {
      yield chunk;
      chunk = [];
    }
  }
}

function broken<Key extends string, Line>(line: number, detail: Text): ReadLine<Key, Line> {
  return { line, value: null, problems: [{ column: null, detail }], notices: [] };
}

const breaks: Readonly<Record<CsvBreak['why'], Text>> = {
  'quote-not-closed': {
    zh: '从这一行起有一个引号没有配对，后面的内容无法读取。',
    en: 'A quotation mark on this line is never closed, so nothing after it can be read.',
  },
  'stray-quote': {
    zh: '这一行有一个位置不对的引号，后面的内容无法读取。',
    en: 'A quotation mark on this line stands in the wrong place, so nothing after it can be read.',
  },
  'record-too-long': {
    zh: '这一行太长，多半是有引号没有配对。',
    en: 'This line is too long; a quotation mark is probably not closed.',
  },
};

const said = {
  empty: {
    zh: '文件里没有数据行；第一行写列名，从第二行起一人（一段）一行。',
    en: 'The file has no lines; the first has the columns, each further one a person or a period.',
  },
  tooWide: {
    zh: '这一行的格数比表头多，请检查多出来的逗号。',
    en: 'This line has more cells than the header; check for a comma too many.',
  },
} as const satisfies Readonly<Record<string, Text>>;

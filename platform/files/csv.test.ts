import { describe, expect, test } from 'vitest';
import { type CsvBreak, type CsvRecord, readCsv } from './csv.ts';
import { bytesSource, type FileSource } from './source.ts';
import { inspectText, type TextEncoding } from './text-encoding.ts';

const gb = Uint8Array.from([
  0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0x61, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0x31,
]); // 姓名,a / 张三,1

describe('A table saved by a spreadsheet', () => {
  test('is read with quotes, CR LF, line breaks in fields and without its byte order mark', async () => {
    const { records, end } = await read('\ufeffa,b\r\n"x, ""y""",2\r\n\r\n"two\nlines",3\r\n');
    expect(records.map(({ fields }) => fields)).toEqual([
      ['a', 'b'],
      ['x, "y"', '2'],
      ['two\nlines', '3'],
    ]);
    expect(records.map(({ line }) => line)).toEqual([1, 2, 5]);
    expect(end).toBeNull();
  });

  test('is given up at a line of nothing but commas, before it fills the memory', async () => {
    const { records, end } = await read(`a,b\n${','.repeat(200_000)}\n`);
    expect(end).toMatchObject({ why: 'record-too-long' });
    expect(records.length).toBeLessThan(2);
  });

  test('is known as GB 18030 where it is not UTF-8', async () => {
    expect(await inspectText(bytesSource('x.csv', gb))).toMatchObject({ encoding: 'gb18030', byteCount: 14 });
    const { records } = await readSource(bytesSource('x.csv', gb), 'gb18030');
    expect(records.map(({ fields }) => fields)).toEqual([
      ['姓名', 'a'],
      ['张三', '1'],
    ]);
  });

  test('is read alike wherever its pieces are cut, also within a character', async () => {
    const whole = new TextEncoder().encode('姓名,国籍\n张三,"C\nHN"\n');
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const source: FileSource = {
        name: 'x',
        async *open() {
          yield whole.slice(0, cut);
          yield whole.slice(cut);
        },
      };
      expect((await inspectText(source)).encoding).toBe('utf-8');
      const { records } = await readSource(source, 'utf-8');
      expect(records.map(({ fields }) => fields)).toEqual([
        ['姓名', '国籍'],
        ['张三', 'C\nHN'],
      ]);
    }
  });

  test('is told from a workbook, from UTF-16 and from bytes that are no text', async () => {
    const notText = [
      [0x50, 0x4b, 3, 4, 0, 0],
      [0xff, 0xfe, 0x41, 0x00],
      [0xff, 0xff],
    ];
    for (const bytes of notText) {
      expect(await inspectText(bytesSource('x', Uint8Array.from(bytes)))).toMatchObject({ encoding: null });
    }
  });

  test('that cannot be read on says on which line and why', async () => {
    expect((await read('a,b\n1,2\n"3,4\n5,6\n')).end).toEqual({ line: 3, why: 'quote-not-closed' });
    expect((await read('a,b\n1,x"y\n')).end).toEqual({ line: 2, why: 'stray-quote' });
    expect((await read(`a,b\n1,"${'x,y\n'.repeat(40_000)}`)).end).toEqual({
      line: 2,
      why: 'record-too-long',
    });
  });
});

async function read(text: string): ReturnType<typeof readSource> {
  return readSource(bytesSource('x.csv', new TextEncoder().encode(text)), 'utf-8');
}

async function readSource(
  source: FileSource,
  encoding: TextEncoding,
): Promise<{ records: CsvRecord[]; end: CsvBreak | null }> {
  const lines = readCsv(source, encoding);
  const records: CsvRecord[] = [];
  for (;;) {
    const next = await lines.next();
    if (next.done) return { records, end: next.value };
    records.push(next.value);
  }
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assessStream } from './assess-stream.ts';
import { exampleSituations, ordinarySituation } from './example-situations.ts';
import { assessText, assessToJson } from './public.ts';

const good = JSON.stringify(ordinarySituation);
const death = JSON.stringify(exampleSituations.death);
const goodAnswer = assessToJson(ordinarySituation);
const deathAnswer = assessToJson(exampleSituations.death);

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What the stream gives for a text cut into pieces of some size. */
async function streamed(text: string, size: number): Promise<{ body: string; bad: boolean }> {
  const written: Uint8Array[] = [];
  const { bad } = await assessStream({
    chunks: pieces(new TextEncoder().encode(text), size),
    write: (bytes) => void written.push(bytes),
  });
  return { body: Buffer.concat(written).toString('utf8'), bad };
}

describe('a text of requests', () => {
  test('one JSON value is one request, also over several lines', () => {
    expect(assessText(good)).toEqual({ kind: 'one', status: 200, body: goodAnswer, bad: false });
    expect(assessText(JSON.stringify(ordinarySituation, null, 2)).body).toBe(goodAnswer);
    expect(assessText(`\n${good}\n\n`).kind).toBe('one');
    expect(assessText('[]')).toMatchObject({ kind: 'one', status: 400, bad: true });
  });

  test('one request a line is answered line by line, blank lines skipped', () => {
    const told = assessText(`${good}\r\n\n  \t\n${death}\n`);
    expect(told).toEqual({ kind: 'many', status: 200, body: `${goodAnswer}\n${deathAnswer}\n`, bad: false });
  });

  test('a bad line gives its problem on its line, and the others go on', () => {
    const told = assessText(`${good}\n{"onDate":\n5\n${death}`);
    const lines = told.body.trimEnd().split('\n');
    expect(told).toMatchObject({ kind: 'many', status: 200, bad: true });
    expect(lines).toHaveLength(4);
    expect([lines[0], lines[3]]).toEqual([goodAnswer, deathAnswer]);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({ status: 400, problems: [{ path: '' }] });
    expect(JSON.parse(lines[2] ?? '')).toMatchObject({ status: 400, problems: [{ path: '' }] });
  });

  test.each(['', '\n', '  \r\n\t', '\ufeff'])('nothing at all (%j) is one bad request', (text) => {
    expect(assessText(text)).toMatchObject({ kind: 'one', status: 400, bad: true });
  });

  test('one line that is not JSON is one bad request', () => {
    expect(assessText('hello\n')).toMatchObject({ kind: 'one', status: 400, bad: true });
  });

  test('a byte order mark before the text is not part of it', () => {
    expect(assessText(`\ufeff${good}`).body).toBe(goodAnswer);
    expect(assessText(`\ufeff${good}\n${good}`).body).toBe(`${goodAnswer}\n${goodAnswer}\n`);
  });

  test('1,000 lines are taken, 1,001 are refused whole, and blank lines do not count', () => {
    const lines = (count: number): string => `${good}\n\n`.repeat(count);
    expect(assessText(lines(1000), { lineLimit: 1000 }).status).toBe(200);
    const told = assessText(lines(1001), { lineLimit: 1000 });
    expect(told).toMatchObject({ kind: 'too-many', status: 413 });
    expect(JSON.parse(told.body)).toMatchObject({ status: 413, problems: [{ path: '' }] });
  });
});

describe('a stream of requests', () => {
  const texts = [
    good,
    JSON.stringify(ordinarySituation, null, 2),
    `${good}\n${death}\n`,
    `\n\n${good}\n\n${death}`,
    `{"bad\n${good}\n`,
    `${good}\nbad`,
    'bad',
    '',
    ' \n\n',
    `\ufeff${good}\n${death}\n`,
    '5\n6\n',
    '5\n',
    `${good}\n5`,
    '{"onDate":"年","region":1}\n{"年":1}\n',
  ];

  test.each(texts)('gives what the whole text gives, however it is cut (%#)', async (text) => {
    const whole = assessText(text);
    const expected = { body: whole.kind === 'many' ? whole.body : `${whole.body}\n`, bad: whole.bad };
    for (const size of [1, 2, 3, 7, 64, 100_000]) expect(await streamed(text, size)).toEqual(expected);
  });

  test('the same for lines made at random', { timeout: 30_000 }, async () => {
    const line = fc.oneof(
      fc.constantFrom(good, death, '', ' ', '{', '{"a":"中"}', 'null', '\r'),
      fc.json({ maxDepth: 1 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.integer({ min: 1, max: 3000 }),
        async (lines, size) => {
          const text = lines.join('\n');
          const whole = assessText(text);
          const body = whole.kind === 'many' ? whole.body : `${whole.body}\n`;
          expect(await streamed(text, size)).toEqual({ body, bad: whole.bad });
        },
      ),
    );
  });

  test('a first line that is broken does not keep a long stream from coming out in pieces', async () => {
    let largest = 0;
    let lines = 0;
    async function* many(): AsyncGenerator<string> {
      yield '{"onDate":\n';
      for (let count = 0; count < 200; count += 1) yield `${good}\n`.repeat(10);
    }
    const { bad } = await assessStream({
      chunks: many(),
      write(bytes) {
        largest = Math.max(largest, bytes.length);
        lines += Buffer.from(bytes).toString('utf8').split('\n').length - 1;
      },
    });
    expect([bad, lines]).toEqual([true, 2001]);
    expect(largest).toBeLessThan(200_000);
  });

  test('a long stream comes out in pieces, so that memory stays small', async () => {
    let writes = 0;
    let lines = 0;
    async function* many(): AsyncGenerator<string> {
      for (let count = 0; count < 200; count += 1) yield `${good}\n`.repeat(10);
    }
    await assessStream({
      chunks: many(),
      write(bytes) {
        writes += 1;
        lines += Buffer.from(bytes).toString('utf8').split('\n').length - 1;
      },
    });
    expect(lines).toBe(2000);
    expect(writes).toBeGreaterThan(10);
  });
});

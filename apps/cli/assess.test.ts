import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { assessCommand } from './assess.ts';

const good = { onDate: '2022-06-30', region: '440300' };

/** Runs the command on standard input; tells the exit code and what was printed. */
async function run(input: string, stdin = '', region = '440300'): Promise<{ code: number; printed: string }> {
  const stdout = new PassThrough();
  const printed = text(stdout);
  const code = await assessCommand({ input, region, stdin: Readable.from([Buffer.from(stdin)]), stdout });
  stdout.end();
  return { code, printed: await printed };
}

describe('suixing assess', () => {
  test('answers one request with one line of JSON and exit code 0', async () => {
    const { code, printed } = await run('-', JSON.stringify(good, null, 2));
    expect(code).toBe(0);
    expect(printed.endsWith('}\n')).toBe(true);
    expect(JSON.parse(printed)).toMatchObject({ outcome: 'undetermined' });
  });

  test('answers a line each and exits with 2 where one was bad', async () => {
    const { code, printed } = await run('-', `${JSON.stringify(good)}\n{}\n`);
    expect(code).toBe(2);
    expect(
      printed
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).status),
    ).toEqual([undefined, 400]);
  });

  test('decides by the rules of the agency’s own region and no other', async () => {
    const asked = { ...good, region: '510100' };
    const there = await run('-', JSON.stringify(asked), '510100');
    expect([there.code, JSON.parse(there.printed).ruleSet.id]).toEqual([0, 'chengdu']);
    expect(JSON.parse((await run('-', JSON.stringify(asked))).printed)).toMatchObject({ status: 400 });
    expect(JSON.parse((await run('-', JSON.stringify(good), '510100')).printed)).toMatchObject({
      status: 400,
    });
  });

  test('takes empty input as one bad request', async () => {
    const { code, printed } = await run('-');
    expect(code).toBe(2);
    expect(JSON.parse(printed)).toMatchObject({ status: 400, problems: [{ path: '' }] });
  });

  test('reads a file, and says in JSON where there is none', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'assess-')), 'request.json');
    writeFileSync(file, JSON.stringify(good));
    expect((await run(file)).code).toBe(0);
    const { code, printed } = await run(`${file}.gone`);
    expect(code).toBe(2);
    expect(JSON.parse(printed).problems[0].detail.en).toContain('cannot be read');
  });

  test('stops quietly with exit code 1 where nobody reads any more', async () => {
    const stdout = new PassThrough();
    const many = Readable.from(
      Array.from({ length: 500 }, () => Buffer.from(`${JSON.stringify(good)}\n`.repeat(10))),
    );
    const running = assessCommand({ input: '-', region: '440300', stdin: many, stdout });
    stdout.once('data', () => stdout.destroy());
    expect(await running).toBe(1);
  });
});

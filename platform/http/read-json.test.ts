import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readJson } from './read-json.ts';

const schema = z.object({ name: z.string(), count: z.int(), note: z.string().optional() });

function problems(written: string) {
  const read = readJson(written, { schema, code: 'x.wrong' });
  return read.ok ? null : (read.refusal.problems ?? []);
}

describe('JSON that did not come over HTTP', () => {
  test('is taken where it is as declared', () => {
    expect(readJson('{"name":"张三","count":1}', { schema, code: 'x.wrong' })).toEqual({
      ok: true,
      value: { name: '张三', count: 1 },
    });
  });

  test('is told everything that is wrong at once, in both languages, undeclared keys included', () => {
    const told = problems('{"name":5,"nmae":"x"}') ?? [];
    expect(told.map(({ path }) => path).sort()).toEqual(['', 'count', 'name']);
    for (const { detail } of told) expect(`${detail.zh}|${detail.en}`).toMatch(/\p{Script=Han}.*\|.*[a-z]/u);
  });

  test.each([
    ['half of a character', '\\ud800'],
    ['its other half alone', '\\udc00x'],
    ['U+0000', '\\u0000'],
  ])('is refused at the text that holds %s', (_what, escaped) => {
    expect(problems(`{"name":"a","count":1,"note":"${escaped}"}`)).toMatchObject([{ path: 'note' }]);
  });

  test.each([
    ['{"name": "a"\n "count": 1}', 'line 2, column 2'],
    ['{"name":', 'line 1, column 9'],
    ['name', 'not JSON'],
    ['  ', 'Nothing was given'],
  ])('is told up to where it can be read: %j', (written, says) => {
    expect(problems(written)?.[0]?.detail.en).toContain(says);
  });

  test('that nobody can read is not quoted back', () => {
    expect(JSON.stringify(problems('440301199001011234'.repeat(2).concat('x')))).not.toContain('4403');
  });
});

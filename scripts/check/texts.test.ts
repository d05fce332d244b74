import { expect, test } from 'vitest';
import { checkTexts } from './texts.ts';

function complaintsOf(text: string): readonly string[] {
  return checkTexts(new Map([['business/registry/refusals.ts', text]])).map(({ says }) => says);
}

test.each([
  ['an empty Chinese text', "{ zh: '', en: 'No.' }", 'zh: is empty'],
  ['an empty English text', "{ zh: '不行。', en: '  ' }", 'en: is empty'],
  ['English where Chinese belongs', "{ zh: 'No.', en: 'No.' }", 'zh: contains no Chinese character'],
  ['Chinese where English belongs', "{ zh: '不行。', en: '不行。' }", 'en: contains Chinese characters'],
  ['a half-width comma', "{ zh: '不行,请重试。', en: 'No.' }", 'zh: contains the half-width mark ,'],
  ['a half-width bracket', "{ zh: '正式（或演示)时', en: 'x' }", 'zh: contains the half-width mark )'],
  [
    'a half-width colon after a figure',
    "{ zh: `打不开 ${file}:原因`, en: 'x' }",
    'zh: contains the half-width mark :',
  ],
  [
    'an amount in fen',
    "{ zh: '付出 {ourFen} 分。', en: 'x' }",
    'zh: tells an amount in fen; say yuan (showYuan)',
  ],
  ['fen in English', "{ zh: '好。', en: `${sum} fen` }", 'en: tells an amount in fen; say yuan (showYuan)'],
  ['a Chinese text without its English', "{ zh: '不行。', kind: 'x' }", 'zh: stands without en:'],
  ['an English text without its Chinese', "{ kind: 'x', en: `No.` }", 'en: stands without zh:'],
])('refuses %s', (_what, pair, says) => {
  expect(complaintsOf(`const text = ${pair};\n`)).toEqual([says]);
});

test('a partner in other braces does not count', () => {
  expect(complaintsOf("const a = { text: { zh: '好。' }, next: { zh: '好。', en: 'Good.' } };\n")).toEqual([
    'zh: stands without en:',
  ]);
});

test('figures, placeholders and computed partners are fine', () => {
  const text =
    "const c = { zh: '{minutes} 分钟', en: '{minutes} minutes' };\nconst a = { zh: '{file}:{reason}', en: '{file}: {reason}' };\nconst b = { zh: `共 ${count} 行`, en: line(count) };\n";
  expect(complaintsOf(text)).toEqual([]);
});

test('the declaration of the type is no text', () => {
  expect(complaintsOf('interface Text {\n  readonly zh: string;\n  readonly en: string;\n}\n')).toEqual([]);
});

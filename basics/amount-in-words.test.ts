import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountInWords } from './amount-in-words.ts';

test.each([
  [0n, '零元整'],
  [1n, '壹分'],
  [10n, '壹角整'],
  [15n, '壹角伍分'],
  [100n, '壹元整'],
  [1_000n, '壹拾元整'],
  [1_005n, '壹拾元零伍分'],
  [1_050n, '壹拾元零伍角整'],
  [10_100n, '壹佰零壹元整'],
  [32_504n, '叁佰贰拾伍元零肆分'],
  [140_950n, '壹仟肆佰零玖元伍角整'],
  [168_032n, '壹仟陆佰捌拾元零叁角贰分'],
  [600_714n, '陆仟零柒元壹角肆分'],
  [831_240n, '捌仟叁佰壹拾贰元肆角整'],
  [1_000_000n, '壹万元整'],
  [1_640_902n, '壹万陆仟肆佰零玖元零贰分'],
  [10_700_053n, '壹拾万柒仟元零伍角叁分'],
  [100_000_100n, '壹佰万零壹元整'],
  [10_000_000_000n, '壹亿元整'],
  [10_000_000_001n, '壹亿元零壹分'],
  [1_000_010_000_000n, '壹佰亿零壹拾万元整'],
  [100_000_000_000_000n, '壹万亿元整'],
  [-100n, '负壹元整'],
])('%s fen read %s', (fen, words) => {
  expect(amountInWords(fen)).toBe(words);
});

const amounts = fc.bigInt({ min: 0n, max: 10n ** 18n - 1n });

test('an amount in capitals reads back as the same amount', () => {
  fc.assert(fc.property(amounts, (fen) => readWords(amountInWords(fen)) === fen));
});

test('no two zeros follow one another, no unit stands alone, and what has no fen closes with 整', () => {
  fc.assert(
    fc.property(amounts, (fen) => {
      const words = amountInWords(fen);
      expect(words).not.toMatch(/零零|零[元万亿角分](?!整$)|[仟佰拾][仟佰拾]|^[元角分整]/);
      expect(words.endsWith('整')).toBe(fen % 10n === 0n);
    }),
  );
});

test('an amount beyond every account is a fault and no text', () => {
  expect(() => amountInWords(10n ** 18n)).toThrow('no account holds so much');
});

/** Another way round, by place values, so that the property does not repeat the code. */
function readWords(words: string): bigint {
  const [, whole = '', jiao = '零', fen = '零'] = /^(?:(.+)元)?零?(?:(.)角)?(?:(.)分)?整?$/.exec(words) ?? [];
  const value = (digit: string) => BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(digit));
  return readWhole(whole) * 100n + value(jiao) * 10n + value(fen);
}

function readWhole(words: string): bigint {
  for (const [unit, size] of [
    ['亿', 100_000_000n],
    ['万', 10_000n],
  ] as const) {
    const at = words.lastIndexOf(unit);
    if (at >= 0) return readWhole(words.slice(0, at)) * size + readWhole(words.slice(at + 1));
  }
  let sum = 0n;
  for (const [, digit = '零', unit = ''] of words.matchAll(/([壹贰叁肆伍陆柒捌玖])([仟佰拾]?)/g))
    sum +=
      BigInt('零壹贰叁肆伍陆柒捌玖'.indexOf(digit)) * 10n ** BigInt(['', '拾', '佰', '仟'].indexOf(unit));
  return sum;
}

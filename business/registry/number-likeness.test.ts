import { describe, expect, test } from 'vitest';
import { numberLikeness } from './number-likeness.ts';

const like = (number: string) => numberLikeness({ number });

describe('One number written differently', () => {
  test('the form of fifteen digits is like the one of eighteen', () => {
    expect(like('110105491231002')).toBe(like('11010519491231002X'));
  });

  test('a century taken for another leaves the same', () => {
    expect(like('110105204912310021')).toBe(like('11010519491231002X'));
  });

  test('the letter O taken for a zero in a passport leaves the same', () => {
    expect(like('EO1234567')).toBe(like('E01234567'));
  });

  test('other numbers are not alike', () => {
    expect(like('11010519491231003X')).not.toBe(like('11010519491231002X'));
    expect(like('E12345678')).not.toBe(like('E12345679'));
  });
});

import { expect, test } from 'vitest';
import { amount, change, yuan } from './money.tsx';

test('amounts are written in yuan with both decimals, a real minus, and a plus where something came in', () => {
  expect([amount('831240'), amount('-8650'), amount('0')]).toEqual(['8,312.40', '−86.50', '0.00']);
  expect([change('30100'), change('-8650'), change('0')]).toEqual(['+301.00', '−86.50', '0.00']);
  expect([yuan('831240'), yuan('-8650')]).toEqual(['¥8,312.40', '−¥86.50']);
});

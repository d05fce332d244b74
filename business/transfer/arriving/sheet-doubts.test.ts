import { expect, test } from 'vitest';
import { passingOf, type SheetDoubtCode, sheetDoubts } from './sheet-doubts.ts';

test('the strictest doubt of a sheet says who may let it pass, and a sheet about somebody else nobody does', () => {
  const codes = Object.keys(sheetDoubts) as SheetDoubtCode[]; // its own keys
  for (const code of codes) expect(passingOf(['identity-differs', code])).toBe('nobody');
  expect(passingOf(['for-another-region', 'name-differs'])).toBe('two-officers');
  expect(passingOf(['for-another-region', 'of-another-region'])).toBe('clerk');
  expect(passingOf([])).toBe('clerk');
});

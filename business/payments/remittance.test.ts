import fc from 'fast-check';
import { expect, test } from 'vitest';
import { referenceOf, remittanceText } from './remittance.ts';

test('what a transfer says to the other agency is read there as its reference, whatever the bank puts around it', () => {
  const id = fc.stringMatching(/^ord-[a-z0-9]{6,20}-[1-9]$/);
  const around = fc.constantFrom('', '转账 ', '（附言）', ' //');
  fc.assert(
    fc.property(id, around, around, (reference, before, after) => {
      const remark = `${before}${remittanceText({ reference, transferId: '510100-trf_01' })}${after}`;
      expect(referenceOf({ remark, endToEndId: 'NOTPROVIDED' })).toBe(reference);
    }),
  );
});

test('money without such words came under its end-to-end id, or under nothing', () => {
  expect(referenceOf({ remark: '往来款', endToEndId: 'ABC-1' })).toBe('ABC-1');
  expect(referenceOf({ remark: null, endToEndId: 'NOTPROVIDED' })).toBeNull();
  expect(referenceOf({ remark: null, endToEndId: null })).toBeNull();
});

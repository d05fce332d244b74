import { expect, it } from 'vitest';
import { doubtfulNumber } from './doubtful-number.ts';
import { fieldId } from './payee-field.ts';
import { begunOf, typedOf } from './payee-form.ts';

it('an account that is being written begins with the name on record, and has parts abroad only where it is abroad', () => {
  const typed = typedOf(null, '张三');
  expect(typed).toMatchObject({ name: '张三', where: 'here', abroad: { charges: 'SHAR' } });
  expect(begunOf({ ...typed, accountNumber: '6222' })).toEqual({
    ...{ name: '张三', bankCode: '', bankName: '', accountNumber: '6222', abroad: null },
  });
  const lyon = { name: 'Zhang San', abroad: { currency: 'EUR', address: { town: 'Lyon' } } };
  expect(begunOf(typedOf(lyon, '张三'))).toMatchObject({
    ...{ name: 'Zhang San', abroad: { currency: 'EUR', address: { town: 'Lyon', country: '' } } },
  });
  expect(fieldId('abroad.address.town')).toBe('payee-abroad-address-town');
});

it('a number is asked about where it looks like a card’s and its check digit does not fit, and no passbook’s and none abroad is', () => {
  const typed = typedOf(null, '张三');
  const asked = (accountNumber: string, where: 'here' | 'abroad' = 'here') =>
    doubtfulNumber(begunOf({ ...typed, accountNumber, where }));
  expect(asked('6222 0200 0000 0000 001')).toBe('6222020000000000001');
  expect(asked('6222 0200 0000 0000 018')).toBeNull();
  expect(asked('44201000123456789')).toBeNull();
  expect(asked('')).toBeNull();
  expect(asked('6222 0200 0000 0000 001', 'abroad')).toBeNull();
});

import { expect, it } from 'vitest';
import { begunOf, fieldId, typedOf } from './payee-form.ts';

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

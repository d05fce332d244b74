import { expect, it } from 'vitest';
import { doubtfulNumber } from './doubtful-number.ts';
import { fieldId } from './payee-field.ts';
import { begunOf, typedOf, wrongOf } from './payee-form.ts';
import { anotherThanYours } from './payee-holder.ts';

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

it('a name that is another’s stands among what is to be put right with what to do, once; abroad with what the record may lack', () => {
  const account = {
    accountNumber: '6222020000000000018',
    bankCode: '102584000002',
    bankName: '中国工商银行',
  };
  const wrong = (name: string, where: 'here' | 'abroad') =>
    wrongOf(
      { ...typedOf({ ...account, name }, ''), where },
      {
        holder: { fits: () => null, another: anotherThanYours },
        isKnownAnother: (written) => written === '王五',
      },
    ).filter(({ path }) => path === 'name');
  expect(wrong('张三', 'here')).toEqual([]);
  expect(wrong('王五', 'here')).toEqual([{ path: 'name', detail: anotherThanYours }]);
  const [first] = wrong('王五', 'abroad');
  expect(first?.detail.zh).toMatch(/拉丁字母/);
  const [short] = wrong('', 'here');
  expect(short?.detail).not.toEqual(anotherThanYours);
});

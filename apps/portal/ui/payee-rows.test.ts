import { expect, test } from 'vitest';
import { type Language, sayIn } from './languages.ts';
import { payeeRows } from './payee-rows.ts';

const lyon = { street: '5 rue de la Paix', town: 'Lyon', country: 'FR' };
const account = {
  ...{ name: 'Zhang San', accountNumber: 'FR7630006000011234567890189', bankName: 'BNP Paribas' },
  ...{ bankCode: 'BNPAFRPPXXX', abroad: { currency: 'EUR', charges: 'SHAR', address: lyon } },
};
const rows = (language: Language, address: Partial<typeof lyon> = lyon) =>
  payeeRows(
    { ...account, abroad: { ...account.abroad, address } },
    { change: '', say: sayIn(language), language },
  ).map(({ value }) => value);

test('before money goes abroad, country and currency are read over by their names in the language of the page', () => {
  expect(rows('zh')).toEqual(expect.arrayContaining(['5 rue de la Paix, Lyon, 法国', '欧元 EUR']));
  expect(rows('en')).toEqual(expect.arrayContaining(['5 rue de la Paix, Lyon, France', 'Euro EUR']));
});

test('each row of an account leads to its own field, and the address to where it begins', () => {
  const told = payeeRows(account, { change: '/payee', say: sayIn('en'), language: 'en' });
  expect(told.map(({ change }) => change)).toEqual(
    [
      ...['name', 'accountNumber', 'bankName', 'bankCode'],
      ...['abroad-currency', 'charges-SHAR', 'abroad-address-street'],
    ].map((field) => `/payee#payee-${field}`),
  );
});

test('what is no country’s code stays as it was written', () => {
  expect(rows('en', { town: 'Lyon', country: 'France' })).toContain('Lyon, France');
  expect(rows('en', { town: 'Lyon', country: '' })).toContain('Lyon');
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { checkDigitFits, isIban, looksLikeCard } from './account-numbers.ts';
import { countryCodes, isBankNumber, isBic, namesAnotherBank } from './bank-codes.ts';
import { type AccountAbroad, doubtsAbout, type PayeeAccount, tidyAccount } from './payee-account.ts';
import { payeeProblems, withoutAccents } from './payee-problems.ts';
import { payeeBegun, payeeSchema } from './payee-schema.ts';
import { readPayeeAccount } from './read-payee.ts';

const home: PayeeAccount = {
  ...{ name: '张三', bankCode: '102584000002', bankName: '工商银行深圳分行' },
  accountNumber: '6222 0210 0101 2345 671',
};
const abroad: AccountAbroad = {
  ...{ currency: 'EUR', charges: 'SHAR' },
  address: { street: 'Rue de la République', building: '12', postcode: '69002', town: 'Lyon', country: 'FR' },
};
const lyon: PayeeAccount = {
  ...{ name: 'Claire Dupont', bankCode: 'BNPAFRPPXXX', bankName: 'BNP Paribas' },
  accountNumber: 'FR14 2004 1010 0505 0001 3M02 606',
  abroad,
};

const pathsOf = (account: PayeeAccount) =>
  payeeProblems(account).map(({ path }) => path.replace('payee.', ''));

describe('an account at home', () => {
  test('is taken with its spaces, its name and a bank of twelve digits that there can be', () => {
    expect(pathsOf(home)).toEqual([]);
    expect(tidyAccount(home).accountNumber).toBe('6222021001012345671');
    expect(
      ['102584000002', '402100000018', '001100000000', '802584000002', '102058400000', '10258400000'].map(
        isBankNumber,
      ),
    ).toEqual([...[true, true, false, false, false, false]]);
  });

  test('of a card whose check digit does not fit, or of a bank with another’s code, is doubted and not refused', () => {
    expect(doubtsAbout(tidyAccount(home))).toEqual([]);
    const wrong = { ...home, accountNumber: '6222021001012345678', bankCode: '105584000005' };
    expect(pathsOf(wrong)).toEqual([]);
    expect(doubtsAbout(tidyAccount(wrong))).toEqual(['card-check-digit', 'another-bank']);
    expect(doubtsAbout({ ...home, accountNumber: '44201000123456789' })).toEqual([]);
    expect(namesAnotherBank('314584000002', '深圳农村商业银行')).toBe(false);
  });

  test('knows every one digit of a card that was typed wrong', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 18 }), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...'6222021001012345671'];
        digits[place] = `${(Number(digits[place]) + by) % 10}`;
        expect(checkDigitFits(digits.join(''))).toBe(false);
      }),
    );
    expect(looksLikeCard('6222021001012345671')).toBe(true);
  });
});

describe('an account abroad', () => {
  test('is taken with a BIC, an IBAN, a currency, charges and an address in its parts', () => {
    expect(pathsOf(lyon)).toEqual([]);
    expect(pathsOf({ ...lyon, bankCode: 'bofaus3n', accountNumber: '004 4512-339' })).toEqual([]);
    expect(countryCodes.size).toBe(250);
  });

  test.each<[string, PayeeAccount, readonly string[]]>([
    ['a clearing code of this country', { ...lyon, bankCode: '102584000002' }, ['bankCode']],
    ['a BIC of no country', { ...lyon, bankCode: 'BNPAZZPP' }, ['bankCode']],
    ['a BIC of a bank at home', { ...lyon, bankCode: 'ICBKCNBJ' }, ['bankCode']],
    ['a number where the country has IBANs', { ...lyon, accountNumber: '12345678' }, ['accountNumber']],
    ['an IBAN typed wrong', { ...lyon, accountNumber: 'FR1420041010050500013M02607' }, ['accountNumber']],
    ['an IBAN cut off', { ...lyon, accountNumber: 'FR1420041010050500013M0260' }, ['accountNumber']],
    ['a name in characters', { ...lyon, name: '杜邦' }, ['name']],
    [
      'a currency that is not sold here',
      { ...lyon, abroad: { ...abroad, currency: 'XXX' } },
      ['abroad.currency'],
    ],
    [
      'no town',
      { ...lyon, abroad: { ...abroad, address: { town: ' ', country: 'FRA' } } },
      ['abroad.address.town', 'abroad.address.country'],
    ],
    [
      'a street in characters',
      { ...lyon, abroad: { ...abroad, address: { ...abroad.address, street: '长安街' } } },
      ['abroad.address.street'],
    ],
  ])('with %s is refused where it is wrong', (_, account, paths) => {
    expect(pathsOf(account)).toEqual(paths);
  });

  test('is read from a value of any form, and everything missing is told at once', () => {
    expect(payeeProblems(readPayeeAccount({ abroad: {} })).map(({ path }) => path)).toEqual([
      ...['payee.name', 'payee.bankCode', 'payee.bankName', 'payee.accountNumber', 'payee.abroad.currency'],
      ...['payee.abroad.charges', 'payee.abroad.address.town', 'payee.abroad.address.country'],
    ]);
    fc.assert(
      fc.property(fc.anything(), (given) => {
        expect(payeeProblems(readPayeeAccount(given)).length).toBeGreaterThan(0);
      }),
    );
  });

  test('can be half written in a draft, and whole in it whatever an application takes', () => {
    expect(payeeBegun.safeParse({ abroad: { charges: '', address: { town: 'Lyon' } } }).success).toBe(true);
    expect(payeeBegun.parse(payeeSchema.parse(lyon))).toEqual(lyon);
    const everything = {
      ...lyon,
      abroad: {
        ...abroad,
        address: { ...abroad.address, region: 'Rhône' },
        bankAddress: { town: 'Paris', country: 'FR' },
      },
    };
    expect(readPayeeAccount(payeeBegun.parse(everything))).toEqual(everything);
    expect(placesOf(payeeBegun)).toEqual(placesOf(payeeSchema));
  });

  test('of another country than its bank is doubted', () => {
    expect(doubtsAbout(tidyAccount({ ...lyon, bankCode: 'DEUTDEFF' }))).toEqual(['iban-elsewhere']);
  });

  test('has an IBAN that no change of two neighbours or of one sign passes for', () => {
    const iban = 'FR1420041010050500013M02606';
    const others = [...iban].flatMap((sign, place) => {
      const before = iban.slice(0, place);
      const next = iban[place + 1] ?? sign;
      const swapped = `${before}${next}${sign}${iban.slice(place + 2)}`;
      const raised = `${before}${/\d/.test(sign) ? (Number(sign) + 1) % 10 : 'Q'}${iban.slice(place + 1)}`;
      return next === sign ? [raised] : [swapped, raised];
    });
    expect(isIban(iban)).toBe(true);
    expect(others.filter(isIban)).toEqual([]);
    expect(
      ['DE89370400440532013000', 'GB29NWBK60161331926819', 'MT84MALT011000012345MTLCAST001S'].map(isIban),
    ).toEqual([true, true, true]);
    expect(['BNPAFRPP', 'BNPAFRPPX', 'DEUTDEFF500', '1234DEFF'].map(isBic)).toEqual([
      true,
      false,
      true,
      true,
    ]);
  });

  test('is written as banks abroad read it, without accents', () => {
    expect(withoutAccents('Élodie O’Connor-Müßig, Łódź')).toBe("Elodie O'Connor-Mussig, Lodz");
  });
});

/** Every place that a schema has, whatever may stand there. */
function placesOf(schema: z.ZodType): readonly string[] {
  const { properties, anyOf } = z.toJSONSchema(schema) as Form; // the form that a schema of objects has
  return placesOfForm({ properties, anyOf });
}

interface Form {
  readonly properties?: Readonly<Record<string, Form>> | undefined;
  readonly anyOf?: readonly Form[] | undefined;
}

function placesOfForm({ properties = {}, anyOf = [] }: Form): readonly string[] {
  const own = Object.entries(properties).flatMap(([name, form]) => [
    name,
    ...placesOfForm(form).map((place) => `${name}.${place}`),
  ]);
  return [...own, ...anyOf.flatMap(placesOfForm)].toSorted();
}

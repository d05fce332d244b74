import type { Problem, Text } from '#basics';
import { isIban, usesIban } from './account-numbers.ts';
import { countryCodes, countryOfBic, isBankNumber, isBic } from './bank-codes.ts';
import { type AccountAbroad, chargeBearers, type PayeeAccount, tidyAccount } from './payee-account.ts';

/** Everything that is wrong with an account as it was written, at once; empty where it can be paid to. */
export function payeeProblems(given: PayeeAccount): readonly Problem[] {
  const account = tidyAccount(given);
  const { abroad } = account;
  const checks = [
    ...named(account),
    ...(abroad ? atBankAbroad(account) : atBankHere(account)),
    ...(abroad ? partsAbroad(abroad) : []),
  ];
  const wrong = checks.filter(([holds]) => !holds).filter(firstOfItsField);
  return wrong
    .toSorted(([, a], [, b]) => placeOf(a) - placeOf(b))
    .map(([, path, detail]): Problem => ({ path: `payee.${path}`, detail }));
}

/** What is empty is said to be so, and nothing else of it. */
function firstOfItsField([, path]: Check, at: number, all: readonly Check[]): boolean {
  return !plainly.has(path) || all.findIndex((each) => each[1] === path) === at;
}

const plainly: ReadonlySet<string> = new Set(['name', 'bankName', 'bankCode', 'accountNumber']);

/** In the order of the form. */
function placeOf(path: string): number {
  const place = ['name', 'bankCode', 'bankName', 'accountNumber'].indexOf(path);
  return place === -1 ? 9 : place;
}

type Check = readonly [holds: boolean, path: string, detail: Text];

function named({ name, bankName }: PayeeAccount): readonly Check[] {
  return [
    [name !== '', 'name', { zh: '请填写户名', en: 'Give the name on the account' }],
    [bankName !== '', 'bankName', { zh: '请填写开户银行', en: 'Give the bank’s name' }],
    [
      isSaid(name, 70),
      'name',
      {
        zh: '请填写户名，不超过 70 个字，不含看不见的符号',
        en: 'Give the account holder’s name, 70 characters at most, all of which can be seen',
      },
    ],
    [
      isSaid(bankName, 140),
      'bankName',
      {
        zh: '请填写开户银行，不超过 140 个字，不含看不见的符号',
        en: 'Give the bank’s name, 140 characters at most, all of which can be seen',
      },
    ],
  ];
}

function atBankHere({ bankCode, accountNumber }: PayeeAccount): readonly Check[] {
  const bank: Text = /^\d{12}$/.test(bankCode)
    ? { zh: '没有这样的联行号，请核对', en: 'There is no such clearing code; compare it' }
    : { zh: '联行号是 12 位数字', en: 'The bank’s clearing code has twelve digits' };
  return [
    [
      bankCode !== '',
      'bankCode',
      { zh: '请填写联行号，12 位数字', en: 'Give the bank’s clearing code, twelve digits' },
    ],
    [accountNumber !== '', 'accountNumber', { zh: '请填写银行账号', en: 'Give the account number' }],
    [isBankNumber(bankCode), 'bankCode', bank],
    [
      /^\d{8,32}$/.test(accountNumber),
      'accountNumber',
      { zh: '账号是 8 至 32 位数字', en: 'An account number has 8 to 32 digits' },
    ],
  ];
}

function atBankAbroad({ name, bankName, bankCode, accountNumber }: PayeeAccount): readonly Check[] {
  const country = countryOfBic(bankCode);
  const latin: Text = {
    zh: '境外收款请按账户上的写法用拉丁字母填写',
    en: 'Abroad, write it in Latin letters as the account has it',
  };
  const number: Text = usesIban(country)
    ? {
        zh: '该国银行使用 IBAN；所填账号不是正确的 IBAN',
        en: 'Banks of that country use IBANs, and this is not a right one',
      }
    : {
        zh: '账号是 4 至 34 位字母和数字；IBAN 的校验位须正确',
        en: 'An account number has 4 to 34 letters and digits; the check digits of an IBAN must fit',
      };
  return [
    [name === '' || isLatin(name), 'name', latin],
    [bankName === '' || isLatin(bankName), 'bankName', latin],
    [
      isBic(bankCode) && country !== 'CN',
      'bankCode',
      {
        zh: '请填写境外银行的 BIC（SWIFT 代码），8 或 11 位',
        en: 'Give the BIC (SWIFT code) of a bank abroad, 8 or 11 characters',
      },
    ],
    [usesIban(country) ? isIban(accountNumber) : isAccountAbroad(accountNumber), 'accountNumber', number],
  ];
}

function isAccountAbroad(number: string): boolean {
  return /^[A-Z0-9]{4,34}$/.test(number) && (!/^[A-Z]{2}\d{2}/.test(number) || isIban(number));
}

function partsAbroad({ currency, charges, address, bankAddress }: AccountAbroad): readonly Check[] {
  const country: Text = {
    zh: '国家用两个字母的代码（ISO 3166-1），例如 FR',
    en: 'Name the country by its two letters (ISO 3166-1), FR for France',
  };
  const part: Text = {
    zh: '地址按门牌、街道、邮编、城市分开，用拉丁字母填写，城市必填',
    en: 'Give the address in its parts and in Latin letters; the town is needed',
  };
  const { street, building, postcode, town, region } = address;
  return [
    [
      payeeCurrencies.has(currency),
      'abroad.currency',
      {
        zh: '银行不兑付这种货币，请选常用货币，例如 EUR',
        en: 'Banks here do not pay in this currency; name a usual one, such as EUR',
      },
    ],
    [
      chargeBearers.includes(charges),
      'abroad.charges',
      {
        zh: '手续费由谁承担：SHAR 共担、DEBT 付款方、CRED 收款方',
        en: 'Say who bears the charges: SHAR both, DEBT the payer, CRED the payee',
      },
    ],
    [isPart(street, 70), 'abroad.address.street', part],
    [isPart(building, 16), 'abroad.address.building', part],
    [isPart(postcode, 16), 'abroad.address.postcode', part],
    [isPart(town, 35) && town !== '', 'abroad.address.town', part],
    [isPart(region, 35), 'abroad.address.region', part],
    [countryCodes.has(address.country), 'abroad.address.country', country],
    [
      !bankAddress || (isPart(bankAddress.town, 35) && bankAddress.town !== ''),
      'abroad.bankAddress.town',
      part,
    ],
    [!bankAddress || countryCodes.has(bankAddress.country), 'abroad.bankAddress.country', country],
  ];
}

/** Marks that cannot be seen, or that turn text around, would show officers another name than the one that is paid. */
function isSaid(text: string, longest: number): boolean {
  return text.length > 0 && text.length <= longest && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(text);
}

function isPart(text: string | null | undefined, longest: number): boolean {
  return !text || (text.length <= longest && isLatin(text));
}

/** What banks abroad read (the character set X of SWIFT), accents aside: `Zürich` is written `Zurich` in the file. */
function isLatin(text: string): boolean {
  return /^[A-Za-z0-9 /?:().,'+-]+$/.test(withoutAccents(text));
}

/** `José` → `Jose`, `O’Neill` → `O'Neill`, `Straße` → `Strasse`. */
export function withoutAccents(text: string): string {
  const letters: Readonly<Record<string, string>> = {
    ...{ '’': "'", ß: 'ss', ø: 'o', Ø: 'O', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ł: 'l', Ł: 'L' },
    ...{ đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th', ı: 'i', '–': '-', '·': ' ' },
  };
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\0-\x7f]/gu, (sign) => letters[sign] ?? sign);
}

/** In which banks here sell against yuan. */
export const payeeCurrencies: ReadonlySet<string> = new Set(
  `AED AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF IDR ILS INR JPY KRW KZT MNT MOP MXN MYR NOK NZD PHP PKR PLN QAR RUB
   SAR SEK SGD THB TRY TWD USD VND ZAR`.split(/\s+/),
);

import type { Text } from '#basics';
import { checkDigitFits, isIban, looksLikeCard } from './account-numbers.ts';
import { countryOfBic, namesAnotherBank } from './bank-codes.ts';

/** Where money goes, as a person writes it. */
export interface PayeeAccount {
  readonly name: string;
  /** At home twelve digits, the bank's number in the national clearing system (CNAPS); abroad its BIC. */
  readonly bankCode: string;
  readonly bankName: string;
  /** Abroad an IBAN where the country has them. */
  readonly accountNumber: string;
  /** Null or absent for an account at a bank in this country. */
  readonly abroad?: AccountAbroad | null | undefined;
}

/** What a bank abroad needs besides. The amount always leaves in yuan; `currency` is what shall arrive. */
export interface AccountAbroad {
  /** ISO 4217. */
  readonly currency: string;
  /** Who bears the banks' charges: shared, the payer (DEBT), or the payee (CRED). */
  readonly charges: Charges;
  /** Where the payee lives. */
  readonly address: PostalAddress;
  readonly bankAddress?: PlaceOfBank | null | undefined;
}

export const chargeBearers = ['SHAR', 'DEBT', 'CRED'] as const;
export type Charges = (typeof chargeBearers)[number];

/** In parts, as banks abroad ask for it. */
export interface PostalAddress {
  readonly street?: string | null | undefined;
  readonly building?: string | null | undefined;
  readonly postcode?: string | null | undefined;
  readonly town: string;
  readonly region?: string | null | undefined;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

export interface PlaceOfBank {
  readonly town: string;
  readonly country: string;
}

/** An account with every part as it is kept: trimmed, numbers without spaces, nothing empty. */
export function tidyAccount(given: PayeeAccount): PayeeAccount {
  const { abroad } = given;
  return {
    name: given.name.trim(),
    bankCode: given.bankCode.replaceAll(/\s/g, '').toUpperCase(),
    bankName: given.bankName.trim(),
    accountNumber: given.accountNumber.replaceAll(/[\s-]/g, '').toUpperCase(),
    abroad: abroad ? tidyAbroad(abroad) : null,
  };
}

function tidyAbroad({ currency, charges, address, bankAddress }: AccountAbroad): AccountAbroad {
  const { town, country } = address;
  const part = (text: string | null | undefined) => text?.trim() || null;
  return {
    currency: currency.trim().toUpperCase(),
    charges,
    address: {
      street: part(address.street),
      building: part(address.building),
      postcode: part(address.postcode),
      town: town.trim(),
      region: part(address.region),
      country: country.trim().toUpperCase(),
    },
    bankAddress: bankAddress
      ? { town: bankAddress.town.trim(), country: bankAddress.country.trim().toUpperCase() }
      : null,
  };
}

/** What makes an account doubtful though it may be right; officers see it beside the account. */
const payeeDoubts = {
  'card-check-digit': {
    zh: '账号形如银行卡号，但校验位不符，请核对',
    en: 'The number looks like a bank card’s, but its check digit does not fit: compare it with the card',
  },
  'another-bank': {
    zh: '联行号不是所写银行的，请核对',
    en: 'The clearing code is not that of the bank that is named: compare them',
  },
  'iban-elsewhere': {
    zh: '账号所属国家与银行所在国家不同，请核对',
    en: 'The account’s country is not the bank’s: compare them',
  },
  // Found when a case is looked at, since the other heir may have named theirs later.
  'same-as-another-heir': {
    zh: '另一位继承人也填了这个账户，请核对是谁的、本人是否同意收到这里；同一监护人代几名未成年人收款的，逐一核对监护关系',
    en: 'Another heir gave this account too: check whose it is and that each wants the money there; where one guardian receives for several minors, check the guardianship of each',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type PayeeDoubt = keyof typeof payeeDoubts;

/** A doubt as people read it. */
export interface ToldDoubt {
  readonly id: string;
  readonly text: Text;
}

export function tellDoubts(ids: readonly PayeeDoubt[]): readonly ToldDoubt[] {
  return ids.map((id) => ({ id, text: payeeDoubts[id] }));
}

/** The doubts about a tidy account, by their ids. */
export function doubtsAbout({ bankCode, bankName, accountNumber, abroad }: PayeeAccount): PayeeDoubt[] {
  if (abroad)
    return isIban(accountNumber) && accountNumber.slice(0, 2) !== countryOfBic(bankCode)
      ? ['iban-elsewhere']
      : [];
  const wrongCard = looksLikeCard(accountNumber) && !checkDigitFits(accountNumber);
  return [
    ...(wrongCard ? (['card-check-digit'] as const) : []),
    ...(namesAnotherBank(bankCode, bankName) ? (['another-bank'] as const) : []),
  ];
}

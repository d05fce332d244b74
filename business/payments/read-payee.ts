import { chargeBearers, type PayeeAccount } from './payee-account.ts';

/** An account that came from outside as a value of any form; what is missing is empty, and told by `payeeProblems`. */
export function readPayeeAccount(given: unknown): PayeeAccount {
  const account = fieldsOf(given);
  const { abroad } = account;
  return {
    name: text(account.name),
    bankCode: text(account.bankCode),
    bankName: text(account.bankName),
    accountNumber: text(account.accountNumber),
    abroad: abroad === null || abroad === undefined ? null : readAbroad(fieldsOf(abroad)),
  };
}

type Fields = Readonly<Record<string, unknown>>;

function readAbroad({ currency, charges, address, bankAddress }: Fields): PayeeAccount['abroad'] {
  const { street, building, postcode, town, region, country } = fieldsOf(address);
  const bank = fieldsOf(bankAddress);
  return {
    currency: text(currency),
    charges: chargeBearers.find((bearer) => bearer === charges) ?? ('' as 'SHAR'), // told by payeeProblems
    address: {
      ...{ street: text(street), building: text(building), postcode: text(postcode) },
      ...{ town: text(town), region: text(region), country: text(country) },
    },
    bankAddress: bankAddress ? { town: text(bank.town), country: text(bank.country) } : null,
  };
}

function fieldsOf(given: unknown): Fields {
  return Object(given) as Fields; // any value can be looked at so
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

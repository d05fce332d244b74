import { tidyAccount } from '#business/payments';
import type { JsonObject } from '#engines/exchange';
import type { BodyOf, TransferMessageType } from './catalogue.ts';
import type { ReceivingAccount } from './receiving-account.ts';

/** A body by its type. */
export type Said = {
  [Type in TransferMessageType]: { readonly type: Type; readonly body: BodyOf<Type> };
}[TransferMessageType];

/**
 * What of a message the books and the guards of the database rest on. Nothing of it is a person's data: the account is the
 * agency's own. Kept with the message by the gateway, which read it from the verified body.
 */
export function figuresOf(said: Said): JsonObject {
  switch (said.type) {
    case 'contact-letter': {
      const { acceptsBalance, receivingAccount } = said.body;
      return {
        ...{ acceptsBalance, hasAccount: receivingAccount !== null },
        ...(receivingAccount ? accountOf(receivingAccount) : {}),
      };
    }
    case 'account-details':
      return accountOf(said.body.receivingAccount);
    case 'information-sheet': {
      const { revision, paidMonths, deemedMonths } = said.body;
      return { revision, paidMonths, deemedMonths };
    }
    case 'remittance-advice':
    case 'balance-credited':
      return { amountFen: said.body.amountFen, reference: said.body.reference };
    case 'balance-refused': {
      const { code, money, amountFen, sentBackReference } = said.body;
      return {
        ...{ code, money },
        ...(amountFen === null ? {} : { amountFen }),
        ...(sentBackReference === null ? {} : { reference: sentBackReference }),
      };
    }
    case 'transfer-declined':
      return { codes: said.body.reasons.map(({ code }) => code) };
    case 'reminder':
      return { missing: said.body.missing, count: said.body.count };
    case 'invalidate':
      return { invalidates: said.body.invalidates };
  }
}

function accountOf(account: ReceivingAccount): JsonObject {
  const { name: holder, bankCode, accountNumber } = tidyAccount({ ...account, name: account.holder });
  return { account: { holder, bankCode, tail: accountNumber.slice(-4) } };
}

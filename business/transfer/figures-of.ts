import { accountFigures } from '#business/payments';
import type { BodyOf, TransferMessageType } from './messages/catalogue.ts';
import type { WordFigures } from './partner-words.store.ts';

type Body = {
  [Type in TransferMessageType]: { readonly type: Type; readonly body: BodyOf<Type> };
}[TransferMessageType];

/** What of a message the books rest on; nothing of it is a person's data. Kept with the message by the gateway. */
export function figuresOf(said: Body): WordFigures & Readonly<Record<string, unknown>> {
  switch (said.type) {
    case 'contact-letter': {
      const { acceptsBalance, receivingAccount } = said.body;
      return { acceptsBalance, ...(receivingAccount ? accountOf(receivingAccount) : {}) };
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
      const { code, amountFen, sentBackReference } = said.body;
      return {
        ...{ code },
        ...(amountFen === null ? {} : { amountFen }),
        ...(sentBackReference === null ? {} : { reference: sentBackReference }),
      };
    }
    case 'invalidate':
      return { invalidates: said.body.invalidates };
    case 'reminder':
      return { count: said.body.count };
    case 'transfer-declined':
      return {};
  }
}

function accountOf(account: {
  readonly holder: string;
  readonly bankName: string;
  readonly bankCode: string;
  readonly accountNumber: string;
}): Pick<WordFigures, 'account'> {
  const { holder: name, bankName, bankCode, accountNumber } = account;
  return { account: accountFigures({ name, bankName, bankCode, accountNumber }) };
}

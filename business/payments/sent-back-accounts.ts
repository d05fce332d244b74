import { ok, type Refusal, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import type { Reader } from '#platform/postgres';
import type { Seal } from '#platform/seal';
import { abroadDetails } from './payee.ts';
import { type PayeeAccount, tidyAccount } from './payee-account.ts';
import { accountsSentBack, type SentBack } from './sent-back-accounts.store.ts';

/**
 * Refuses `payments.account-sent-back` where the bank sent a payment of this case back from this very number: it would come back
 * again, and whoever is paid names one account for each return. Officers, who have asked the bank, may name it. What the bank said
 * was wrong beside the number may be mended with the number as it is.
 */
export async function notSentBackFrom(
  reader: Reader,
  asked: {
    readonly seal: Pick<Seal, 'open'>;
    readonly by: Caller['kind'];
    readonly owner: string;
    readonly caseId: string;
    readonly successorId: string | null;
    readonly account: PayeeAccount;
  },
): Promise<Result<null, Refusal>> {
  const { seal, by } = asked;
  if (by === 'officer') return ok(null);
  const account = tidyAccount(asked.account);
  const again = (await accountsSentBack(reader, asked)).some(
    (sent) => seal.open(sent.accountSealed) === account.accountNumber && !mends({ seal, sent, account }),
  );
  return again ? refuse({ code: 'payments.account-sent-back' }) : ok(null);
}

/** Whether what the bank found wrong, by its code of ISO 20022, is another now. */
function mends(asked: {
  readonly seal: Pick<Seal, 'open'>;
  readonly sent: SentBack;
  readonly account: PayeeAccount;
}): boolean {
  const { seal, sent, account } = asked;
  if (sent.reason === 'RC01') return sent.bankCode !== account.bankCode;
  if (sent.reason === 'BE01') return sent.name !== account.name;
  if (sent.reason !== 'BE04' || !account.abroad) return false;
  return sent.detailsSealed === null || seal.open(sent.detailsSealed) !== abroadDetails(account.abroad);
}

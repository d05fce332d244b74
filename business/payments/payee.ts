import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import { countryOfBic } from './bank-codes.ts';
import type { PaymentsContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callCorrectPayee, callRecordPayee, type PayeeDetails } from './guards.store.ts';
import { type AccountAbroad, doubtsAbout, type PayeeAccount, tidyAccount } from './payee-account.ts';

export interface PayeeOfCase extends PayeeAccount {
  readonly owner: string;
  readonly caseId: string;
  readonly kind: 'insured' | 'successor';
}

/** Records to whom a case pays, until the case is decided (`payments.payee-approved`); answers the revision. */
export function recordPayee(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'seal'>,
  payee: PayeeOfCase,
): Promise<Result<number, Refusal>> {
  return guarded(callRecordPayee(tx, { ...payee, ...kept(context, payee), at: context.clock.now() }));
}

export interface CorrectedPayee extends PayeeAccount {
  readonly caller: Caller;
  readonly owner: string;
  readonly caseId: string;
}

/** After a payment came back: the insured person or a clerk corrects where it goes, and the order is due again. */
export async function correctPayee(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'seal' | 'onPayeeCorrected'>,
  { caller, ...payee }: CorrectedPayee,
): Promise<Result<{ readonly revision: number }, Refusal>> {
  const { owner, caseId } = payee;
  const at = context.clock.now();
  const call = callCorrectPayee(tx, { ...payee, ...kept(context, payee), token: caller.token, at });
  const corrected = await guarded(call);
  if (!corrected.ok) return corrected;
  const revision = corrected.value;
  const moved = await context.onPayeeCorrected(tx, { owner, caseId, revision, at, by: caller });
  return moved.ok ? ok({ revision }) : moved;
}

/** An account as the database keeps it: what could be misused lies sealed. */
export function kept({ seal }: Pick<PaymentsContext, 'seal'>, given: PayeeAccount): PayeeDetails {
  const account = tidyAccount(given);
  const { name, bankCode, bankName, accountNumber, abroad } = account;
  return {
    ...{ name, bankCode, bankName, doubts: doubtsAbout(account) },
    accountSealed: seal.seal(accountNumber),
    accountTail: accountNumber.slice(-4),
    abroad: abroad
      ? {
          country: countryOfBic(bankCode),
          currency: abroad.currency,
          charges: abroad.charges,
          detailsSealed: seal.seal(abroadDetails(abroad)),
        }
      : null,
  };
}

/** Where the payee of a tidy account and their bank are, as it is sealed. */
export function abroadDetails({ address, bankAddress }: AccountAbroad): string {
  return JSON.stringify({ address, bankAddress });
}

import { ok, type Refusal, type Result } from '#basics';
import type { Caller } from '#business/access/public';
import type { Tx } from '#platform/postgres';
import type { PaymentsContext } from './context.ts';
import { guarded } from './guarded.ts';
import { callCorrectPayee, callRecordPayee } from './guards.store.ts';

/** Where money goes, as a person writes it. */
export interface PayeeAccount {
  readonly name: string;
  /** Twelve digits: the bank's number in the national clearing system (CNAPS). */
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountNumber: string;
}

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
  return guarded(callRecordPayee(tx, { ...payee, ...sealed(context, payee), at: context.clock.now() }));
}

export interface CorrectedPayee extends PayeeAccount {
  readonly caller: Caller;
  readonly owner: string;
  readonly caseId: string;
}

/** After a payment came back: a clerk corrects where it goes, and the order is due again. */
export async function correctPayee(
  tx: Tx,
  context: Pick<PaymentsContext, 'clock' | 'seal' | 'onPayeeCorrected'>,
  { caller, ...payee }: CorrectedPayee,
): Promise<Result<{ readonly revision: number }, Refusal>> {
  const { owner, caseId } = payee;
  const at = context.clock.now();
  const call = callCorrectPayee(tx, { ...payee, ...sealed(context, payee), token: caller.token, at });
  const corrected = await guarded(call);
  if (!corrected.ok) return corrected;
  const revision = corrected.value;
  const moved = await context.onPayeeCorrected(tx, { owner, caseId, revision, at, by: caller });
  return moved.ok ? ok({ revision }) : moved;
}

function sealed({ seal }: Pick<PaymentsContext, 'seal'>, { accountNumber }: PayeeAccount) {
  return { accountSealed: seal.seal(accountNumber), accountTail: accountNumber.slice(-4) };
}

import { ok, type Problem, type Refusal, type Result, refuse } from '#basics';
import { personById } from '#business/registry';
import type { Facts } from '#business/registry/public';
import type { CaseFile } from '#engines/casework';
import type { Option } from '#engines/rules';
import { refusedByGuard, type Tx } from '#platform/postgres';
import { actorOf, type Doing, rulesOf, type WithdrawalContext } from './context.ts';
import { optionOf, payeeKindOf } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { callCorrectPayee, callRecordPayee, type PayeeWriting, payeeOf } from './payee.store.ts';
import { sameName } from './same-name.ts';
import { step } from './step.ts';

/** A bank account as the applicant names it. */
export interface NewPayee {
  readonly name: string;
  /** The bank's twelve-digit clearing code (联行号). */
  readonly bankCode: string;
  readonly bankName: string;
  readonly accountNumber: string;
}

/** Names the account that the money shall go to, until the case is decided. */
export async function namePayee(
  tx: Tx,
  naming: Doing & { readonly payee: NewPayee },
): Promise<Result<CaseFile, Refusal>> {
  const found = await findWithdrawal(tx, naming);
  return found.ok ? namePayeeOf(tx, { ...naming, file: found.value }) : found;
}

export async function namePayeeOf(
  tx: Tx,
  naming: Omit<Doing, 'number'> & { readonly file: CaseFile; readonly payee: NewPayee },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, payee, seen } = naming;
  const rules = rulesOf(context, file);
  if (!rules.ok) return rules;
  const fit = await fitPayee(tx, { file, payee, option: optionOf(rules.value, file.subject) });
  if (!fit.ok) return fit;
  const writing = { ...written(context, { file, payee }), kind: fit.value };
  // The step first: who may not name a payee now is told so before anything is written.
  const { bankCode, bankName, accountTail, kind } = writing;
  const data = { kind, bankCode, bankName, accountTail };
  const moved = await step(tx, { context, file, actor: actorOf(caller), action: 'name-payee', data, seen });
  if (!moved.ok) return moved;
  return guarded(async () => {
    await callRecordPayee(tx, writing);
    return moved.value;
  });
}

/** After the bank sent the money back a clerk corrects the account; the name stays the one that was approved. */
export async function correctPayee(
  tx: Tx,
  correction: Doing & { readonly payee: Omit<NewPayee, 'name'> },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = correction;
  const found = await findWithdrawal(tx, correction);
  if (!found.ok) return found;
  const file = found.value;
  const approved = await payeeOf(tx, file);
  if (!approved) throw new Error(`case ${file.id} was paid without a payee`);
  const payee = { ...correction.payee, name: approved.name };
  const problems = payeeProblems(payee);
  if (problems.length > 0) return refuse({ code: 'withdrawal.bad-input', problems });
  const writing = written(context, { file, payee });
  const { bankCode, bankName, accountTail } = writing;
  const data = { kind: approved.kind, bankCode, bankName, accountTail };
  const moved = await step(tx, {
    context,
    file,
    actor: actorOf(caller),
    action: 'correct-payee',
    data,
    seen,
  });
  if (!moved.ok) return moved;
  return guarded(async () => {
    await callCorrectPayee(tx, { ...writing, token: caller.token ?? '' });
    return moved.value;
  });
}

/** Everybody but a successor is paid in the insured person's own name. */
async function fitPayee(
  tx: Tx,
  asked: { readonly file: CaseFile; readonly payee: NewPayee; readonly option: Option<Facts> },
): Promise<Result<'insured' | 'successor', Refusal>> {
  const problems = payeeProblems(asked.payee);
  if (problems.length > 0) return refuse({ code: 'withdrawal.bad-input', problems });
  const kind = payeeKindOf(asked.option);
  const person = await personById(tx, asked.file.ownerId);
  if (kind === 'insured' && person && !sameName(asked.payee.name, person)) {
    return refuse({ code: 'withdrawal.payee-not-insured' });
  }
  return ok(kind);
}

function written(
  { seal, clock }: WithdrawalContext,
  { file, payee }: { readonly file: CaseFile; readonly payee: NewPayee },
): Omit<PayeeWriting, 'kind'> {
  const account = payee.accountNumber.replaceAll(/[\s-]/g, '');
  return {
    ownerId: file.ownerId,
    caseId: file.id,
    name: payee.name.trim(),
    bankCode: payee.bankCode,
    bankName: payee.bankName.trim(),
    accountSealed: seal.seal(account),
    accountTail: account.slice(-4),
    at: clock.now(),
  };
}

function payeeProblems(payee: NewPayee): readonly Problem[] {
  const account = payee.accountNumber.replaceAll(/[\s-]/g, '');
  const checks: readonly (readonly [boolean, Problem])[] = [
    [
      payee.name.trim().length > 0 && payee.name.length <= 70,
      {
        path: 'payee.name',
        detail: {
          zh: '请填写户名，不超过 70 个字',
          en: 'Give the account holder’s name, 70 characters at most',
        },
      },
    ],
    [
      /^\d{12}$/.test(payee.bankCode),
      {
        path: 'payee.bankCode',
        detail: { zh: '联行号是 12 位数字', en: 'The bank’s clearing code has twelve digits' },
      },
    ],
    [
      payee.bankName.trim().length > 0 && payee.bankName.length <= 140,
      {
        path: 'payee.bankName',
        detail: { zh: '请填写开户银行，不超过 140 个字', en: 'Give the bank’s name, 140 characters at most' },
      },
    ],
    [
      /^\d{8,32}$/.test(account),
      {
        path: 'payee.accountNumber',
        detail: { zh: '账号是 8 至 32 位数字', en: 'An account number has 8 to 32 digits' },
      },
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, said]) => said);
}

async function guarded<T>(write: () => Promise<T>): Promise<Result<T, Refusal>> {
  try {
    return ok(await write());
  } catch (error) {
    const code = refusedByGuard(error);
    if (code === undefined) throw error;
    return refuse({ code });
  }
}

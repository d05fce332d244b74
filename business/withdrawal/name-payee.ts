import { ok, type PlainDate, type Problem, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import { type PayeeAccount, correctPayee as recordCorrection, recordPayee } from '#business/payments';
import { personById } from '#business/registry';
import type { Facts } from '#business/registry/public';
import { readEstate } from '#business/succession';
import { type CaseFile, mayAct } from '#engines/casework';
import type { Option } from '#engines/rules';
import { paymentAfterDeath, valueOn } from '#law';
import type { Tx } from '#platform/postgres';
import { type Doing, rulesOf, today } from './context.ts';
import { optionOf, payeeKindOf } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { paymentMoves } from './payment-moves.ts';
import { sameName } from './same-name.ts';
import { step } from './step.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** A bank account as the applicant names it; spaces and hyphens in the number do not count. */
export type NewPayee = PayeeAccount;

/** Reads an account that came from outside as a value of any form. */
export function readNewPayee(given: unknown): Result<NewPayee, Refusal> {
  const { name, bankCode, bankName, accountNumber } = Object(given) as Record<string, unknown>; // any value can be looked at so
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  const payee = {
    name: text(name),
    bankCode: text(bankCode),
    bankName: text(bankName),
    accountNumber: text(accountNumber),
  };
  const problems = payeeProblems(payee);
  return problems.length === 0 ? ok(payee) : refuse({ code: 'withdrawal.bad-input', problems });
}

/** Names the account that the money shall go to, until the case is decided; corrects it after the bank sent it back. */
export async function namePayee(
  tx: Tx,
  naming: Doing & { readonly payee: NewPayee },
): Promise<Result<CaseFile, Refusal>> {
  const found = await findWithdrawal(tx, naming);
  if (!found.ok) return found;
  const asked = { ...naming, file: found.value };
  return asked.file.state === 'returned' ? correctPayee(tx, asked) : namePayeeOf(tx, asked);
}

export async function namePayeeOf(
  tx: Tx,
  naming: Omit<Doing, 'number'> & { readonly file: CaseFile; readonly payee: NewPayee },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, payee, seen } = naming;
  const rules = rulesOf(context, file);
  if (!rules.ok) return rules;
  const fit = await fitPayee(tx, {
    ...{ file, payee, on: today(context) },
    option: optionOf(rules.value, file.subject),
  });
  if (!fit.ok) return fit;
  const account = accountOf(payee);
  const { bankCode, bankName } = account;
  // The step first: who may not name a payee now is told so before anything is written.
  const data = { kind: fit.value, bankCode, bankName, accountTail: account.accountNumber.slice(-4) };
  const moved = await step(tx, { context, file, actor: actorOf(caller), action: 'name-payee', data, seen });
  if (!moved.ok) return moved;
  const recorded = await recordPayee(tx, context, {
    ...{ ...account, kind: fit.value },
    ...{ owner: file.ownerId, caseId: file.id },
  });
  return recorded.ok ? moved : recorded;
}

/** After the bank sent the money back a clerk corrects the account; the name stays the one that was approved. */
async function correctPayee(
  tx: Tx,
  correction: Doing & { readonly file: CaseFile; readonly payee: NewPayee },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, file, payee, seen } = correction;
  const problems = payeeProblems(payee);
  if (problems.length > 0) return refuse({ code: 'withdrawal.bad-input', problems });
  if (seen !== undefined && seen !== file.actionCount) return refuse({ code: 'casework.changed-meanwhile' });
  const may = mayAct(withdrawalProcess, {
    state: file.state,
    done: [],
    action: 'correct-payee',
    actor: actorOf(caller),
  });
  if (!may.ok) return may;
  const { onPayeeCorrected } = paymentMoves(context.workingDays);
  const { ownerId: owner, id: caseId } = file;
  const asked = { caller, owner, caseId, ...accountOf(payee) };
  const corrected = await recordCorrection(tx, { ...context, onPayeeCorrected }, asked);
  return corrected.ok ? findWithdrawal(tx, correction) : corrected;
}

/**
 * Everybody but a successor is paid in the insured person's own name; after a death that account comes first where the rule
 * of the day says so.
 */
async function fitPayee(
  tx: Tx,
  asked: {
    readonly file: CaseFile;
    readonly payee: NewPayee;
    readonly option: Option<Facts>;
    readonly on: PlainDate;
  },
): Promise<Result<'insured' | 'successor', Refusal>> {
  const problems = payeeProblems(asked.payee);
  if (problems.length > 0) return refuse({ code: 'withdrawal.bad-input', problems });
  const kind = payeeKindOf(asked.option);
  const person = await personById(tx, asked.file.ownerId);
  const own = person !== undefined && sameName(asked.payee.name, person);
  if (kind === 'successor' && own && ownAccountFirst(asked.on)) return ok('insured');
  if (kind === 'successor' && (await readEstate(tx, asked.file)).successors.length > 0)
    return refuse({ code: 'succession.heirs-named' });
  if (kind === 'insured' && person && !own) {
    return refuse({ code: 'withdrawal.payee-not-insured' });
  }
  return ok(kind);
}

/** The account as it is stored: no spaces or hyphens in its number. */
export function accountOf(payee: NewPayee): NewPayee {
  const { name, bankCode, bankName, accountNumber } = payee;
  return {
    name: name.trim(),
    bankCode,
    bankName: bankName.trim(),
    accountNumber: accountNumber.replaceAll(/[\s-]/g, ''),
  };
}

/** Everything wrong with an account, at once. */
export function payeeProblems(payee: NewPayee): readonly Problem[] {
  const account = accountOf(payee).accountNumber;
  const checks: readonly (readonly [boolean, Problem])[] = [
    [
      payee.name.trim().length > 0 && payee.name.length <= 70 && isSeen(payee.name),
      {
        path: 'payee.name',
        detail: {
          zh: '请填写户名，不超过 70 个字，不含看不见的符号',
          en: 'Give the account holder’s name, 70 characters at most, all of which can be seen',
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
      payee.bankName.trim().length > 0 && payee.bankName.length <= 140 && isSeen(payee.bankName),
      {
        path: 'payee.bankName',
        detail: {
          zh: '请填写开户银行，不超过 140 个字，不含看不见的符号',
          en: 'Give the bank’s name, 140 characters at most, all of which can be seen',
        },
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

/** Marks that cannot be seen, or that turn text around, would show officers another name than the one that is paid. */
function isSeen(text: string): boolean {
  return !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}

function ownAccountFirst(on: PlainDate): boolean {
  return valueOn(paymentAfterDeath, on)?.value === 'own-account-first';
}

import { ok, type PlainDate, type Refusal, type Result, refuse } from '#basics';
import { actorOf } from '#business/access/public';
import {
  notSentBackFrom,
  type PayeeAccount,
  payeeProblems,
  readPayeeAccount,
  correctPayee as recordCorrection,
  recordPayee,
  tidyAccount,
} from '#business/payments';
import { personById } from '#business/registry';
import type { Facts } from '#business/registry/public';
import { sameName } from '#business/registry/public';
import { readEstate } from '#business/succession';
import { type CaseFile, mayAct } from '#engines/casework';
import type { Option } from '#engines/rules';
import { paymentAfterDeath, valueOn } from '#law';
import type { Tx } from '#platform/postgres';
import { type Doing, rulesOf, today } from './context.ts';
import { optionOf, payeeKindOf } from './decide-withdrawal.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { paymentMoves } from './payment-moves.ts';
import { step } from './step.ts';
import { withdrawalProcess } from './withdrawal.ts';

/** A bank account as the applicant names it; spaces and hyphens in the number do not count. */
export type NewPayee = PayeeAccount;

/** Reads an account that came from outside as a value of any form. */
export function readNewPayee(given: unknown): Result<NewPayee, Refusal> {
  const payee = readPayeeAccount(given);
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
  const account = tidyAccount(payee);
  const { bankCode, bankName, abroad } = account;
  // The step first: who may not name a payee now is told so before anything is written.
  const data = {
    ...{ kind: fit.value, bankCode, bankName, accountTail: account.accountNumber.slice(-4) },
    ...(abroad ? { currency: abroad.currency } : {}),
  };
  const moved = await step(tx, { context, file, actor: actorOf(caller), action: 'name-payee', data, seen });
  if (!moved.ok) return moved;
  const recorded = await recordPayee(tx, context, {
    ...{ ...account, kind: fit.value },
    ...{ owner: file.ownerId, caseId: file.id },
  });
  return recorded.ok ? moved : recorded;
}

/** After the bank sent the money back the insured person or a clerk names another account; the name stays the one that was approved. */
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
  const { onPayeeCorrected } = paymentMoves(context);
  const { ownerId: owner, id: caseId } = file;
  const asked = { caller, owner, caseId, ...tidyAccount(payee) };
  const corrected = await recordCorrection(tx, { ...context, onPayeeCorrected }, asked);
  if (!corrected.ok) return corrected;
  // Last, and undone with it: which account it was is nobody's to find out who may not name one.
  const sent = { owner, caseId, successorId: null, account: payee };
  const fresh = await notSentBackFrom(tx, { seal: context.seal, by: caller.kind, ...sent });
  return fresh.ok ? findWithdrawal(tx, correction) : fresh;
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

function ownAccountFirst(on: PlainDate): boolean {
  return valueOn(paymentAfterDeath, on)?.value === 'own-account-first';
}

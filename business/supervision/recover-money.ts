import {
  type Clock,
  type Fen,
  type Ids,
  ok,
  type PlainDate,
  type Problem,
  type Result,
  refuse,
  shanghaiDate,
} from '#basics';
import type { Caller } from '#business/access/public';
import { numberInText } from '#business/registry/public';
import type { Tx } from '#platform/postgres';
import { guarded } from './guarded.ts';
import type { Receipt } from './measure.ts';
import { recoverRow, tellRow, toldById } from './recovery.store.ts';

/** Money for an order: an instalment has the bank's reference, an offset against the account has none. */
export interface MoneyToRecover {
  readonly way: Receipt['way'];
  readonly amountFen: Fen;
  readonly bankReference: string | null;
  /** The day at the bank, or of the offset; today where it is not said. */
  readonly effectiveOn: PlainDate | null;
}

export interface Recovered {
  readonly personId: string;
  readonly measureId: string;
  readonly receiptId: string;
  /** What is still owed; at 0 the order is paid and stands no more. */
  readonly owedFen: Fen;
  /** It is told and waits for another officer to take it in: as much is owed as before. */
  readonly waiting: boolean;
}

interface Recovering {
  readonly context: { readonly clock: Clock; readonly ids: Ids };
  readonly caller: Caller;
  readonly personId: string;
}

/**
 * A finance officer tells of an instalment that came in, or takes from the account what the order lets the agency take. Refuses
 * `supervision.more-than-owed`, `supervision.nothing-owed`, `supervision.receipt-known` for a bank line taken in before, and
 * `ledger.not-enough` where the account does not hold so much.
 */
export async function recoverMoney(
  tx: Tx,
  asked: Recovering & { readonly measureId: string; readonly money: MoneyToRecover },
): Promise<Result<Recovered>> {
  const { context, caller, personId, measureId, money } = asked;
  const problems = moneyProblems(money);
  if (problems.length > 0) return refuse({ code: 'supervision.wrong', problems });
  const at = context.clock.now();
  const receiptId = context.ids.next('rcp');
  const { way, amountFen } = money;
  const bankReference = money.bankReference?.trim() || null;
  const effectiveOn = money.effectiveOn ?? shanghaiDate(at);
  const row = {
    token: caller.token ?? '',
    personId,
    measureId,
    receiptId,
    amountFen,
    bankReference,
    effectiveOn,
    at,
  };
  const waiting = way === 'instalment';
  const done = await guarded(waiting ? tellRow(tx, row) : recoverRow(tx, { ...row, way }));
  return done.ok ? ok({ personId, measureId, receiptId, owedFen: done.value, waiting }) : done;
}

/**
 * Another finance officer, who has seen the bank's statement too, takes in what one told. Refuses `supervision.no-such-receipt`,
 * `supervision.receipt-same-officer`, and as the telling does.
 */
export async function takeInReceipt(
  tx: Tx,
  { context, caller, personId, receiptId }: Recovering & { readonly receiptId: string },
): Promise<Result<Recovered>> {
  const told = await toldById(tx, { personId, receiptId });
  if (!told) return refuse({ code: 'supervision.no-such-receipt' });
  const { measureId, amountFen, bankReference, effectiveOn } = told;
  const row = {
    token: caller.token ?? '',
    personId,
    measureId,
    receiptId,
    amountFen,
    bankReference,
    effectiveOn,
  };
  const done = await guarded(recoverRow(tx, { ...row, way: 'instalment', at: context.clock.now() }));
  return done.ok ? ok({ personId, measureId, receiptId, owedFen: done.value, waiting: false }) : done;
}

function moneyProblems({ way, amountFen, bankReference }: MoneyToRecover): readonly Problem[] {
  const given = (bankReference?.trim() ?? '') !== '';
  return [
    ...(amountFen > 0n ? [] : [problem('amountFen', '金额要大于零。', 'The amount is above zero.')]),
    ...(way === 'instalment' && !given
      ? [problem('bankReference', '请填写银行流水号。', 'Give the bank’s reference.')]
      : []),
    ...(way === 'offset' && given
      ? [problem('bankReference', '从账户抵扣的没有银行流水号。', 'An offset has no bank reference.')]
      : []),
    ...numberInText('bankReference', bankReference),
  ];
}

function problem(path: string, zh: string, en: string): Problem {
  return { path, detail: { zh, en } };
}

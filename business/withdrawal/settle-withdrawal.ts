import { type Refusal, type Result, refuse } from '#basics';
import { actorOf, system } from '#business/access/public';
import { endCards } from '#business/card';
import { endRelationship } from '#business/registry';
import { type CaseFile, decisionsOf, listCases, systemActor } from '#engines/casework';
import { closeAccount, settleWithdrawal } from '#engines/ledger';
import { inTransaction, type Tx } from '#platform/postgres';
import { toldToday } from './approve-decision.ts';
import { comeBackIfChanged } from './come-back.ts';
import { type Doing, rulesOf, today, type WithdrawalContext } from './context.ts';
import { optionOf } from './decide-withdrawal.ts';
import { divideAmongHeirs } from './divide-among-heirs.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { ratesInForce } from './rates-in-force.ts';
import { step } from './step.ts';
import { tellHeirs } from './telling/tell-heirs.ts';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * Settles an approved case in one transaction: interest to today, the whole balance to `payable`, the payment order made,
 * the hold released, and the relationship ended and the account closed where the ground says so. A case whose facts no longer
 * support the approval is not settled: it comes back to the clerks with what changed, and keeps its hold.
 */
export async function settleApproved(tx: Tx, doing: Doing): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = doing;
  const found = await findWithdrawal(tx, doing);
  if (!found.ok) return found;
  const file = found.value;
  const actor = caller.kind === 'system' ? systemActor : actorOf(caller);
  if (file.state !== 'approved') return step(tx, { context, file, actor, action: 'settle', seen });
  const decision = (await decisionsOf(tx, file)).findLast(({ approval }) => approval !== null);
  if (!decision) return refuse({ code: 'casework.no-decision' });
  const back = await comeBackIfChanged(tx, { context, file, decision, seen });
  if (back !== null) return back;
  const on = today(context);
  const money = { owner: file.ownerId, caseId: file.id, on };
  const settled = await settleWithdrawal(tx, {
    ...money,
    decisionId: decision.id,
    at: context.clock.now(),
    ids: context.ids,
  });
  if (!settled.ok) return settled;
  const { amountFen, interestFen, orderId } = settled.value;
  const divided = await divideAmongHeirs(tx, { context, file, decision, order: { orderId, amountFen } });
  if (!divided.ok) return divided;
  const data = {
    ...{ decisionId: decision.id, orderId, on, rates: ratesInForce({ on, region: context.region }) },
    amountFen: `${amountFen}`,
    interestFen: `${interestFen}`,
    // To a division nobody objects as a whole: each heir objects to shares.
    ...('shares' in divided.value ? {} : toldToday(context, file)),
    ...divided.value,
  };
  const moved = await step(tx, { context, file, actor, action: 'settle', data, seen });
  if (!moved.ok) return moved;
  await tellHeirs(tx, {
    ...{ context, file: moved.value },
    happened: { event: 'orders', which: () => true, of: ['held', 'no-account'] },
  });
  const ended = await endWhereGroundSays(tx, { context, file });
  return ended.ok ? moved : ended;
}

async function endWhereGroundSays(
  tx: Tx,
  { context, file }: { readonly context: WithdrawalContext; readonly file: CaseFile },
): Promise<Result<boolean, Refusal>> {
  const rules = rulesOf(context, file);
  if (!rules.ok) return rules;
  if (optionOf(rules.value, file.subject).relationship !== 'ends') return { ok: true, value: false };
  const ending = { owner: file.ownerId, caseId: file.id, on: today(context) };
  const at = context.clock.now();
  await endRelationship(tx, { ...ending, ids: context.ids, at });
  const closed = await closeAccount(tx, ending);
  if (!closed.ok || !closed.value) return closed;
  const cards = await endCards(tx, { ...ending, at });
  return cards.ok ? closed : cards;
}

export interface SettlementRun {
  readonly settled: readonly string[];
  /** Not settled because the facts changed after the approval. */
  readonly cameBack: readonly string[];
  readonly refused: readonly { readonly number: string; readonly refusal: Refusal }[];
}

/**
 * Settles every approved case, each in its own transaction, so that one that is refused does not keep the others. To be
 * called again and again; a run that was cut off goes on with what is left.
 */
export async function settleAllApproved(context: WithdrawalContext): Promise<SettlementRun> {
  const settled: string[] = [];
  const cameBack: string[] = [];
  const refused: SettlementRun['refused'][number][] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listCases>> = await listCases(context.database, {
      processes: [withdrawalProcess.id],
      states: ['approved'],
      officeId: null,
      ownerIds: null,
      dueOnOrBefore: null,
      limit: 100,
      cursor,
    });
    for (const { number } of page.items) {
      const done = await inTransaction(context.database, (tx) =>
        settleApproved(tx, { context, caller: system, number }),
      );
      if (done.ok) (done.value.state === 'came-back' ? cameBack : settled).push(number);
      else refused.push({ number, refusal: done.refusal });
    }
    cursor = page.next;
  } while (cursor !== null);
  return { settled, cameBack, refused };
}

import { ok, type Refusal, type Result } from '#basics';
import { notApplyingMark } from '#business/materials/public';
import { situationOf } from '#business/registry';
import { type CaseFile, carryMaterials, caseById, openFollowUp, systemActor } from '#engines/casework';
import { placeHold } from '#engines/ledger';
import { numberPrefixOf } from '#law';
import { inTransaction, type Tx } from '#platform/postgres';
import { applicationUnderWay } from './competing.ts';
import { rulesInForce, today, type WithdrawalContext } from './context.ts';
import { carryPayee, casesOvertaken, type LateMoney, lateMoney } from './follow-up.store.ts';
import { workingDays } from './grounds/working-days.ts';
import { payeeOf } from './payee.store.ts';
import { wasOver } from './payment-moves.ts';
import { step } from './step.ts';
import { announce, noticeOf } from './telling/announce.ts';
import { withdrawalProcess } from './withdrawal.ts';

/**
 * Money that comes after an account was paid out (a late contribution, a correction, a payment that came back) opens the case
 * that pays it: on the earlier ground, with its papers and payee; the applicant only confirms to whom. One for each
 * settlement, however often this runs and however many at once.
 */
export async function openFollowUps(context: WithdrawalContext): Promise<readonly string[]> {
  await catchUp(context);
  const rules = rulesInForce(context);
  if (!rules.ok) return [];
  const going = rules.value.options
    .filter(({ action, relationship }) => action === 'withdraw' && relationship === 'continues')
    .map(({ ground }) => ground);
  const opened: string[] = [];
  for (const late of await lateMoney(context.database, { going, limit: 100 })) {
    const done = await inTransaction(context.database, (tx) => openOne(tx, { context, late }));
    if (done.ok && done.value) opened.push(done.value.number);
  }
  return opened;
}

/**
 * A case says where its money is once an adjustment or an heir's word moved it: it ends as refunded where all of it is in the
 * account, as paid where the rest of it is, and waits for no correction where none is left to be made.
 */
async function catchUp(context: WithdrawalContext): Promise<void> {
  for (const { ownerId, id, action } of await casesOvertaken(context.database, 100)) {
    await inTransaction(context.database, async (tx) => {
      const file = await caseById(tx, ownerId, id);
      if (!file) return ok(null);
      const again = action === 'correct-payee' && (await wasOver(tx, { owner: ownerId, caseId: id }));
      const data = again ? { workingDays } : {};
      const moved = await step(tx, { context, file, actor: systemActor, action, data });
      if (moved.ok && action === 'confirm-paid')
        await announce(tx, { context, file: moved.value, happened: { event: 'paid' } });
      return moved;
    });
  }
}

async function openOne(
  tx: Tx,
  { context, late }: { readonly context: WithdrawalContext; readonly late: LateMoney },
): Promise<Result<CaseFile | null, Refusal>> {
  const parent = await caseById(tx, late.ownerId, late.parentId);
  const rules = rulesInForce(context);
  if (!parent || !rules.ok) return ok(null);
  const underWay = await applicationUnderWay(tx, parent);
  if (underWay !== null) return hold(tx, { context, file: underWay });
  const situation = await situationOf(tx, { owner: late.ownerId, onDate: today(context) });
  const died = (situation?.person?.diedOn ?? null) !== null;
  // What comes after the person's own death is the successors', whoever was paid before.
  const subject = died ? 'death' : parent.subject;
  if (!rules.value.options.some(({ action, ground }) => action === 'withdraw' && ground === subject))
    return ok(null);
  const { clock, ids, random, region } = context;
  const opened = await openFollowUp(tx, {
    ...{ process: withdrawalProcess, ownerId: parent.ownerId, subject, clock, ids, random },
    ...{ ruleSet: rules.value.id, ruleVersion: rules.value.version, officeId: parent.officeId },
    ...{ channel: 'automatic', numberPrefix: numberPrefixOf(region), parent, cause: late.cause },
  });
  if (!opened.ok) return opened;
  return prefill(tx, {
    context,
    parent,
    file: opened.value,
    same: subject === parent.subject,
    cause: late.cause,
  });
}

/** An application that came in while there was no account: what is late goes to it, and it holds the account from now on. */
async function hold(
  tx: Tx,
  { context, file }: { readonly context: WithdrawalContext; readonly file: CaseFile },
): Promise<Result<null, Refusal>> {
  const held = await placeHold(tx, { owner: file.ownerId, caseId: file.id, at: context.clock.now() });
  return held.ok ? ok(null) : held;
}

async function prefill(
  tx: Tx,
  filled: {
    readonly context: WithdrawalContext;
    readonly parent: CaseFile;
    readonly file: CaseFile;
    /** Whether it is paid on the earlier ground, to the earlier payee. */
    readonly same: boolean;
    readonly cause: string;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, parent, file, same, cause } = filled;
  const at = context.clock.now();
  // That a paper does not apply is said, and looked at, for each case anew.
  const counts = (paperReference: string) => paperReference !== notApplyingMark;
  const materials = same ? await carryMaterials(tx, { from: parent, to: file, at, counts }) : [];
  if (same) await carryPayee(tx, { ownerId: file.ownerId, from: parent.id, to: file.id, at });
  const payee = await payeeOf(tx, file);
  const { bankName = null, accountTail = null } = payee ?? {};
  const data = { parentNumber: parent.number, cause, materials, bankName, accountTail };
  const filledIn = await step(tx, { context, file, actor: systemActor, action: 'prefill', data });
  if (filledIn.ok) await noticeOf(tx, { context, file: filledIn.value, happened: 'late-money' });
  return filledIn;
}

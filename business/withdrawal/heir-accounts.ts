import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf, type Caller } from '#business/access/public';
import {
  doubtsAbout,
  notSentBackFrom,
  type OrderStanding,
  payeeProblems,
  recordHeirPayee,
  type ToldDoubt,
  tellDoubts,
  tidyAccount,
} from '#business/payments';
import { type Estate, heirsGuardedBy, type SuccessorRow } from '#business/succession';
import { isMinor } from '#business/succession/public';
import type { Actor, CaseFile, JsonObject } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import { rests } from './apart.ts';
import { type Doing, today, type WithdrawalContext } from './context.ts';
import { estateCase, type HeirStep, isSettled, noneReturnedAnyMore, recorderOf } from './estate-step.ts';
import { workingDays } from './grounds/working-days.ts';
import type { NewPayee } from './name-payee.ts';
import { mayBePaidTo } from './same-name.ts';
import { step } from './step.ts';
import { tellAccountNamed } from './telling/tell-account.ts';
import { wantsAccount } from './where-money-is.ts';

/**
 * Names the account of one heir; after the settlement a clerk, or whoever officers identified as the heir or as a minor heir's guardian,
 * does so for a share that has none, be it kept back, or that the bank sent back.
 */
export async function nameHeirPayee(
  tx: Tx,
  asked: Doing & { readonly successorId: string; readonly payee: NewPayee },
): Promise<Result<HeirStep & Pick<NamedAccount, 'doubts'>, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, successorId } = asked;
  const heir = estate.successors.find(({ id }) => id === successorId);
  const guards = isSettled(file) && (await guardedBy(tx, { file, caller })).has(successorId);
  if (heir && !guards && !mayNameAccountOf(heir, caller))
    return refuse({ code: 'succession.account-of-another' });
  const named = { estate, successorId, payee: asked.payee };
  const speaker = { ...recorderOf(caller), secret: null };
  const by = caller.kind;
  const self = heir?.loginId === caller.id;
  const rested = await rests(tx, file);
  const done = await recordAccount(tx, { context, file, named, by, self, speaker });
  if (!done.ok) return done;
  const { accountTail, doubts } = done.value;
  const data = { successorId, accountTail, ...(guards ? { asGuardian: true } : {}) };
  const actor = actorOf(caller);
  const moved = await accountStep(tx, { context, file, rested, actor, data, seen: asked.seen });
  return moved.ok ? ok({ file: moved.value, id: successorId, doubts }) : moved;
}

/**
 * The step by which an account was named. After the settlement it moves a share, its heir hears of it whoever did it, and a case of
 * which nothing has come back any more is to be paid again. Where nobody's days ran because it waited for the account, paying it now
 * has the days that a withdrawal has.
 */
export async function accountStep(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    /** Nobody's days ran before the account was named. */
    readonly rested: boolean;
    readonly actor: Actor;
    readonly data: JsonObject & { readonly successorId: string };
    readonly seen?: number | undefined;
  },
): Promise<Result<CaseFile, Refusal>> {
  const { context, file, rested, actor, data: named, seen } = asked;
  const settled = isSettled(file);
  const data = { ...named, ...(rested && !(await rests(tx, file)) ? { workingDays } : {}) };
  const afterwards = actor.kind === 'successor' ? 'name-own-account' : 'share-moved';
  const action = settled ? afterwards : 'record-heirs';
  const moved = await step(tx, { context, file, actor, data, seen, action });
  if (!moved.ok || !settled) return moved;
  await tellAccountNamed(tx, { context, file: moved.value, successorId: named.successorId });
  return noneReturnedAnyMore(tx, { context, file: moved.value });
}

/** An account as it is told to whoever named it. */
export interface NamedAccount {
  readonly accountTail: string;
  /** What they should compare with the card or the bank's paper. */
  readonly doubts: readonly ToldDoubt[];
}

/** The account, checked to be the heir's own, or a minor's guardian's, and recorded in the name of who speaks. */
export async function recordAccount(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: Pick<CaseFile, 'ownerId' | 'id'>;
    readonly named: { readonly estate: Estate; readonly successorId: string; readonly payee: NewPayee };
    readonly by: Caller['kind'];
    /** The heir names it, or the guardian of a minor one. */
    readonly self: boolean;
    readonly speaker: { readonly token: string | null; readonly secret: string | null };
  },
): Promise<Result<NamedAccount, Refusal>> {
  const { context, file, named, by, speaker } = asked;
  const { successorId, payee } = named;
  const problems = payeeProblems(payee);
  if (problems.length > 0) return refuse({ code: 'withdrawal.bad-input', problems });
  const heir = named.estate.successors.find(({ id }) => id === successorId);
  if (!heir) return refuse({ code: 'succession.no-successor' });
  const minor = isMinor(heir, today(context));
  if (!mayBePaidTo(heir, { name: payee.name, minor }))
    return refuse({
      code: asked.self && !minor ? 'succession.payee-not-yours' : 'succession.payee-not-heir',
    });
  const account = tidyAccount(payee);
  const place = { owner: file.ownerId, caseId: file.id, successorId };
  const recorded = await recordHeirPayee(tx, context, { ...account, ...speaker, ...place });
  if (!recorded.ok) return recorded;
  // Last, and undone with it: which account it was is nobody's to find out who may not name one.
  const fresh = await notSentBackFrom(tx, { seal: context.seal, by, ...place, account });
  if (!fresh.ok) return fresh;
  return ok({ accountTail: account.accountNumber.slice(-4), doubts: tellDoubts(doubtsAbout(account)) });
}

/**
 * Whether, after the settlement, a share of this heir has nowhere to go: no account was named, also while it is kept back in a dispute, or
 * the bank sent it back from the last one and it is to be paid.
 */
export function waitsForAccount(
  { file, orders }: { readonly file: CaseFile; readonly orders: readonly OrderStanding[] },
  successorId: string,
): boolean {
  return isSettled(file) && orders.some((order) => order.partyId === successorId && wantsAccount(order));
}

/** The minor heirs for whom whoever asks, signed in, speaks as the guardian that officers identified. */
export async function guardedBy(
  reader: Reader,
  { file, caller }: { readonly file: Pick<CaseFile, 'ownerId' | 'id'>; readonly caller: Caller },
): Promise<ReadonlySet<string>> {
  return caller.kind === 'successor' ? heirsGuardedBy(reader, file, caller.id) : new Set();
}

/** A relative names no account over one that the heir may have named, and none for an heir who signs in for themselves. */
function mayNameAccountOf(heir: SuccessorRow, caller: Caller): boolean {
  if (caller.kind !== 'successor' || heir.loginId === caller.id) return true;
  if (heir.loginId !== null) return false;
  const typedAlone =
    heir.recordedBy === caller.id && heir.linkUntil === null && heir.channel === null && !isAccountSeen(heir);
  return heir.accountRevision === null || typedAlone;
}

/** By which way an account counts as named, as the database has it: at a window, where that was not kept. Null where none is named. */
export function accountCountsAs({
  accountRevision,
  accountNamedBy,
}: Pick<SuccessorRow, 'accountRevision' | 'accountNamedBy'>): SuccessorRow['accountNamedBy'] {
  return accountRevision === null ? null : (accountNamedBy ?? 'window');
}

function isAccountSeen(heir: SuccessorRow): boolean {
  const way = accountCountsAs(heir);
  return way === 'window' || way === 'link';
}

/**
 * Whether whoever asks may name or change the account until the decision: a guardian's word, and a window's, stands against a relative,
 * and against whoever only says to be this heir.
 */
export function mayChangeAccountOf(heir: SuccessorRow, caller: Caller): boolean {
  const unproven = heir.loginId !== null && heir.loginId === caller.id && !heir.identified;
  return mayNameAccountOf(heir, caller) && !(unproven && isAccountSeen(heir));
}

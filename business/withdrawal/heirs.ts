import { ok, type Refusal, type Result, refuse } from '#basics';
import { actorOf, type Caller } from '#business/access/public';
import {
  doubtsAbout,
  type OrderStanding,
  ordersOfCase,
  payeeProblems,
  recordHeirPayee,
  type ToldDoubt,
  tellDoubts,
  tidyAccount,
} from '#business/payments';
import { numberInText } from '#business/registry/public';
import {
  beSuccessor,
  decideDivision,
  type Estate,
  giveHeirLink,
  type HeirContact,
  hearSuccessor,
  type NewDivision,
  type NewSuccessor,
  readEstate,
  recordDivision,
  recordHeirContact,
  recordSuccessor,
  type SuccessorRow,
} from '#business/succession';
import { isMinor, type Word } from '#business/succession/public';
import { type CaseFile, type JsonObject, systemActor } from '#engines/casework';
import type { Tx } from '#platform/postgres';
import { type Doing, today, type WithdrawalContext } from './context.ts';
import { findWithdrawal } from './find-withdrawal.ts';
import { workingDays } from './grounds/working-days.ts';
import { keptBackAmong } from './kept-back.ts';
import type { NewPayee } from './name-payee.ts';
import { leafOrders } from './payment-moves.ts';
import { sameName } from './same-name.ts';
import { step } from './step.ts';
import { tellHeirs } from './telling/tell-heirs.ts';

/** What a step about heirs answers: the case, and the id of what was recorded. */
export interface HeirStep {
  readonly file: CaseFile;
  readonly id: string;
}

/** Records an heir or legatee with the proof; with `self` the one who has signed in says to be that heir. After the settlement a clerk may, for a court's word on what is kept back. */
export async function addHeir(
  tx: Tx,
  asked: Doing & { readonly given: NewSuccessor; readonly self?: boolean },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, given } = asked;
  const recorder = recorderOf(caller);
  const known = estate.successors;
  const done = await recordSuccessor(tx, context, { file, recorder, given, known, today: today(context) });
  if (!done.ok) return done;
  if (asked.self && caller.kind === 'successor') {
    const said = { file, successorId: done.value, token: caller.token ?? '' };
    const being = await beSuccessor(tx, context, said);
    if (!being.ok) return being;
  }
  const data = { successorId: done.value, relation: given.relation, basis: given.basis };
  const moved = await recordStep(tx, { asked, file, data });
  return moved.ok ? ok({ file: moved.value, id: done.value }) : moved;
}

/**
 * Records how the account is divided; the equal shares of the law where none are given. With an order it is divided anew, for
 * a second officer to decide: after a court's word, or where the bank sent the deceased person's own account back.
 */
export async function divideEstate(
  tx: Tx,
  asked: Doing & { readonly given: NewDivision },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, given } = asked;
  const division = { file, recorder: recorderOf(caller), given, estate, today: today(context) };
  const done = await recordDivision(tx, context, division);
  if (!done.ok) return done;
  const data = { divisionId: done.value, basis: given.basis, orderId: given.orderId };
  const moved = await recordStep(tx, { asked, file, data });
  return moved.ok ? ok({ file: moved.value, id: done.value }) : moved;
}

/** A second officer decides on a division anew; what is approved can be paid at once. */
export async function decideDivisionAnew(
  tx: Tx,
  asked: Doing & {
    readonly divisionId: string;
    readonly approved: boolean;
    readonly reason: string | null;
  },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, divisionId, approved, reason } = asked;
  const division = estate.divisions.find(({ id, orderId }) => id === divisionId && orderId !== null);
  const orders = await ordersOfCase(tx, { owner: file.ownerId, caseId: file.id });
  const order = orders.find(({ orderId }) => orderId === division?.orderId);
  if (!division || !order) return refuse({ code: 'succession.no-division' });
  const parts = division.successors.map((successorId, place) => ({
    successorId,
    numerator: BigInt(division.numerators[place] ?? '0'),
  }));
  const shares = { denominator: division.denominator, parts };
  const token = caller.token ?? '';
  const rested = (await keptBackAmong(tx, [file])).has(file.id);
  const done = await decideDivision(tx, context, {
    ...{ file, token, order, divisionId, shares, approved, reason },
  });
  if (!done.ok) return done;
  const told = done.value.map(({ successorId, orderId, numerator, amountFen }) => ({
    ...{ successorId, orderId, share: numerator, amountFen: `${amountFen}` },
  }));
  const data = {
    divisionId,
    orderId: order.orderId,
    moved: approved ? 'divided' : 'not-divided',
    shares: told,
    // While it was kept back nobody's days ran: paying it now has the days that a withdrawal has.
    ...(approved && rested ? { workingDays } : {}),
  };
  const base = { context, file, actor: actorOf(caller), data, seen: asked.seen };
  const moved = await step(tx, { ...base, action: 'share-moved' });
  if (!moved.ok) return moved;
  const parted = new Set(done.value.map(({ orderId }) => orderId));
  await tellHeirs(tx, {
    ...{ context, file: moved.value },
    happened: {
      ...{ event: 'orders', of: ['to-be-paid', 'no-account'] },
      which: ({ orderId }) => parted.has(orderId),
    },
  });
  const settled = await noneReturnedAnyMore(tx, { context, file: moved.value });
  return settled.ok ? ok({ file: settled.value, id: divisionId }) : settled;
}

/** A clerk takes in, at the window, what an heir says in writing; or an heir who has signed in speaks for their own share. */
export async function hearHeir(
  tx: Tx,
  asked: Doing & {
    readonly successorId: string;
    readonly word: Word;
    readonly disputes: readonly string[];
    readonly paperReference: string | null;
    /** Why an heir objects, in their words. */
    readonly reason?: string | null;
  },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, successorId, word, disputes, paperReference, seen } = asked;
  const onPaper = caller.kind !== 'successor';
  const saying = {
    successorId,
    word,
    disputes,
    paperReference,
    onPaper,
    token: caller.token ?? '',
    secret: null,
  };
  const why = reasonOf(asked.reason ?? null);
  if (!why.ok) return why;
  const heard = await hearSuccessor(tx, context, { file, saying, estate, today: today(context) });
  if (!heard.ok) return heard;
  const data = { successorId, word, disputes, held: heard.value, ...why.value };
  const moved = await step(tx, { context, file, actor: actorOf(caller), action: 'hear-heir', data, seen });
  if (!moved.ok) return moved;
  await tellHeld(tx, { context, file: moved.value, held: heard.value, disputed: disputes, by: successorId });
  return ok({ file: moved.value, id: successorId });
}

/** Why somebody objects, as the history keeps it: in their own words, with no number in it. */
export function reasonOf(given: string | null): Result<{ readonly reason?: string }, Refusal> {
  const reason = given?.trim() ?? '';
  if (reason === '') return ok({});
  const problems = numberInText('reason', reason);
  return problems.length > 0 ? refuse({ code: 'succession.wrong', problems }) : ok({ reason });
}

/** Somebody who has signed in as a successor says which of the heirs on record they are. */
export async function beHeir(
  tx: Tx,
  asked: Doing & { readonly successorId: string },
): Promise<Result<HeirStep, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { context, caller, successorId } = asked;
  const { file } = found.value;
  const done = await beSuccessor(tx, context, { file, successorId, token: caller.token ?? '' });
  return done.ok ? ok({ file, id: successorId }) : done;
}

/** Those whose shares an objection has just held back are told; by whom they are disputed is not. */
export async function tellHeld(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    readonly file: CaseFile;
    readonly held: number;
    readonly disputed: readonly string[];
    readonly by: string;
  },
): Promise<void> {
  const { context, file, held, by } = asked;
  if (held === 0) return;
  const disputed = asked.disputed.length > 0 ? asked.disputed : [by];
  const which = ({ partyId }: OrderStanding) => partyId !== null && disputed.includes(partyId);
  await tellHeirs(tx, { context, file, happened: { event: 'orders', which, of: ['held'] } });
}

/** Names the account of one heir; after the settlement a clerk does so for who had none, or after the bank sent it back. */
export async function nameHeirPayee(
  tx: Tx,
  asked: Doing & { readonly successorId: string; readonly payee: NewPayee },
): Promise<Result<HeirStep & Pick<NamedAccount, 'doubts'>, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { file, estate } = found.value;
  const { context, caller, successorId } = asked;
  const heir = estate.successors.find(({ id }) => id === successorId);
  if (heir && !mayNameAccountOf(heir, caller)) return refuse({ code: 'succession.account-of-another' });
  const named = { estate, successorId, payee: asked.payee };
  const done = await recordAccount(tx, {
    context,
    file,
    named,
    speaker: { ...recorderOf(caller), secret: null },
  });
  if (!done.ok) return done;
  const { accountTail, doubts } = done.value;
  const data = { successorId, accountTail };
  const moved = await recordStep(tx, { asked, file, data });
  if (!moved.ok) return moved;
  const settled = await noneReturnedAnyMore(tx, { context, file: moved.value });
  return settled.ok ? ok({ file: settled.value, id: successorId, doubts }) : settled;
}

/** A clerk takes in in which language an heir is written to, and where a notice reaches them; no step of the case. */
export async function keepHeirContact(
  tx: Tx,
  asked: Doing & { readonly successorId: string; readonly contact: HeirContact },
): Promise<Result<{ readonly revision: number }, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { context, caller, successorId, contact } = asked;
  const { file } = found.value;
  const said = { file, successorId, contact, token: caller.token ?? '', secret: null };
  const kept = await recordHeirContact(tx, context, said);
  return kept.ok ? ok({ revision: kept.value }) : kept;
}

/** A clerk gives one heir a link, or a successor passes one on, by which they speak without a login; its secret is told once. */
export async function giveLinkToHeir(
  tx: Tx,
  asked: Doing & { readonly successorId: string; readonly days: number },
): Promise<Result<{ readonly secret: string; readonly expiresAt: string }, Refusal>> {
  const found = await estateCase(tx, asked);
  if (!found.ok) return found;
  const { context, caller, successorId, days } = asked;
  return giveHeirLink(tx, context, { file: found.value.file, token: caller.token ?? '', successorId, days });
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
    readonly speaker: { readonly token: string | null; readonly secret: string | null; readonly by: string };
  },
): Promise<Result<NamedAccount, Refusal>> {
  const { context, file, named, speaker } = asked;
  const { successorId, payee } = named;
  const problems = payeeProblems(payee);
  if (problems.length > 0) return refuse({ code: 'withdrawal.bad-input', problems });
  const heir = named.estate.successors.find(({ id }) => id === successorId);
  if (!heir) return refuse({ code: 'succession.no-successor' });
  if (!mayBePaidTo(heir, { name: payee.name, minor: isMinor(heir, today(context)) }))
    return refuse({ code: 'succession.payee-not-heir' });
  const account = tidyAccount(payee);
  const place = { owner: file.ownerId, caseId: file.id, successorId };
  const recorded = await recordHeirPayee(tx, context, { ...account, ...speaker, ...place });
  if (!recorded.ok) return recorded;
  return ok({ accountTail: account.accountNumber.slice(-4), doubts: tellDoubts(doubtsAbout(account)) });
}

/** A relative names no account over one that the heir may have named, and none for an heir who signs in for themselves. */
function mayNameAccountOf(heir: SuccessorRow, caller: Caller): boolean {
  if (caller.kind !== 'successor' || heir.loginId === caller.id) return true;
  if (heir.loginId !== null) return false;
  const typedAlone = heir.recordedBy === caller.id && heir.linkUntil === null && heir.channel === null;
  return heir.accountRevision === null || typedAlone;
}

function mayBePaidTo(
  heir: SuccessorRow,
  { name, minor }: { readonly name: string; readonly minor: boolean },
): boolean {
  if (sameName(name, heir)) return true;
  return minor && heir.guardianName !== null && sameName(name, { name: heir.guardianName, nameLatin: null });
}

async function estateCase(
  tx: Tx,
  asked: Doing,
): Promise<Result<{ readonly file: CaseFile; readonly estate: Estate }, Refusal>> {
  const found = await findWithdrawal(tx, asked);
  if (!found.ok) return found;
  const file = found.value;
  if (file.subject !== 'death') return refuse({ code: 'succession.no-estate' });
  return ok({ file, estate: await readEstate(tx, file) });
}

/** An officer records by their session, everybody else by the id of their login. */
function recorderOf({ kind, token, id }: Caller) {
  return { token: kind === 'officer' ? (token ?? '') : null, by: id };
}

const settledStates = ['settled', 'paying', 'returned'];

function recordStep(
  tx: Tx,
  { asked, file, data }: { readonly asked: Doing; readonly file: CaseFile; readonly data: JsonObject },
): Promise<Result<CaseFile, Refusal>> {
  const { context, caller, seen } = asked;
  const action = settledStates.includes(file.state) ? 'share-moved' : 'record-heirs';
  return step(tx, { context, file, actor: actorOf(caller), action, data, seen });
}

/** A case whose returned payments were all corrected or divided anew is to be paid again. */
async function noneReturnedAnyMore(
  tx: Tx,
  { context, file }: { readonly context: WithdrawalContext; readonly file: CaseFile },
): Promise<Result<CaseFile, Refusal>> {
  if (file.state !== 'returned') return ok(file);
  const orders = leafOrders(await ordersOfCase(tx, { owner: file.ownerId, caseId: file.id }));
  const stillReturned = orders.some(
    ({ standing, result, lacksAccount }) => standing === 'open' && result === 'returned' && lacksAccount,
  );
  if (stillReturned) return ok(file);
  // A case that was paid before has no clock any more: paying a share again has the days that a withdrawal has.
  return step(tx, { context, file, actor: systemActor, action: 'correct-payee', data: { workingDays } });
}

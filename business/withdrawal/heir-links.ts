import { ok, type Refusal, type Result, refuse, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import { type LetterItem, listHeirLetters, type PrintingContext, printForHeir } from '#business/letters';
import { type OrderStanding, ordersOfCase } from '#business/payments';
import { maskName, personById } from '#business/registry';
import {
  divisionInForce,
  type Estate,
  estateFacts,
  type HeirContact,
  hearSuccessor,
  heirContacts,
  openHeirLink,
  readEstate,
  recordHeirContact,
  type SuccessorRow,
} from '#business/succession';
import {
  type Agreement,
  agreementOf,
  divisionBasisNames,
  isMinor,
  relationNames,
  shareInWords,
  type Word,
  wordNames,
} from '#business/succession/public';
import { type Actor, actionsOf, type CaseFile, caseById } from '#engines/casework';
import type { Reader, Tx } from '#platform/postgres';
import { today, type WithdrawalContext } from './context.ts';
import { remainderRule } from './divide-among-heirs.ts';
import { accountStep, type NamedAccount, recordAccount, waitsForAccount } from './heir-accounts.ts';
import { reasonOf, tellHeld } from './heir-words.ts';
import type { NewPayee } from './name-payee.ts';
import { type OwnObjection, ownObjection } from './own-objection.ts';
import { step } from './step.ts';
import { type HeirsAmount, heirsAmount } from './weigh-heirs-amount.ts';
import { type PaymentView, paymentView } from './where-money-is.ts';

type Language = Caller['language'];

/** What an heir sees who opens their link: no number, nobody else's name, and no amount until it is decided; by one that a relative passed on, until their own share is paid. */
export interface HeirSeen {
  readonly text: Text;
  readonly successorId: string;
  readonly deceasedName: string;
  readonly heirName: string;
  readonly relation: Text;
  readonly guardianSpeaks: boolean;
  readonly shares: readonly {
    readonly successorId: string;
    readonly yours: boolean;
    readonly relation: Text;
    readonly share: string;
  }[];
  readonly remainder: Text;
  readonly yourWord: Text | null;
  readonly word: Word | null;
  /** Another heir passed the link on: a waiver by it is confirmed by a clerk before it counts. */
  readonly byRelative: boolean;
  /** What they said does not count until a clerk has taken in their written word. */
  readonly unconfirmed: boolean;
  /** How far their agreement is, where everybody has to agree to these very shares. */
  readonly agreement: Agreement;
  /** How the shares came about. */
  readonly basis: Text | null;
  /** The money is with the bank or beyond: only an objection counts. */
  readonly decided: boolean;
  /** It ended without a payment. */
  readonly ended: boolean;
  /** Their last objection and what came of it, also once it is paid; null where they made none. */
  readonly objection: OwnObjection | null;
  /** Where their own share is; empty until the settlement. */
  readonly ownShare: readonly OwnShare[];
  /** What their share comes to; by the agency's link, and from the decision on. */
  readonly ownAmount: HeirsAmount | null;
  readonly accountNamed: boolean;
  /** Given at the window or by the agency's link: one that a relative passed on does not change it. */
  readonly accountStands: boolean;
  /** After the decision: their share came back or has no account, and by this link they may name one. */
  readonly accountWanted: boolean;
  readonly contactStands: boolean;
  readonly expiresAt: string;
}

export interface OwnShare extends Pick<PaymentView, 'standing' | 'result' | 'paidOn' | 'where'> {
  /** Null until it is paid. */
  readonly amountFen: string | null;
}

export async function readByLink(
  reader: Reader,
  { context, secret }: { readonly context: WithdrawalContext; readonly secret: string },
): Promise<Result<HeirSeen, Refusal>> {
  const opened = await openLink(reader, secret);
  if (!opened.ok) return opened;
  const { file, estate, heir, expiresAt, byRelative } = opened.value;
  const person = await personById(reader, file.ownerId);
  const division = divisionInForce(estate);
  const agreement = agreementOf(estateFacts(estate, today(context)), heir.id);
  const orders = await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id });
  const shares = (division?.successors ?? []).map((id, place) => ({
    successorId: id,
    yours: id === heir.id,
    relation: relationNames[estate.successors.find((one) => one.id === id)?.relation ?? 'other'],
    share: shareInWords(BigInt(division?.numerators[place] ?? '0'), division?.denominator ?? 1n),
  }));
  return ok({
    ...{ text: gently, successorId: heir.id, shares, remainder: remainderRule },
    deceasedName: maskName(person?.name ?? ''),
    heirName: maskName(heir.name),
    relation: relationNames[heir.relation],
    guardianSpeaks: isMinor(heir, today(context)),
    ...{ yourWord: heir.word && wordNames[heir.word], word: heir.word, byRelative },
    ...{ unconfirmed: isUnconfirmed(heir, agreement), agreement },
    basis: division ? divisionBasisNames[division.basis] : null,
    decided: !undecided.has(file.state),
    ended: unpaidEnds.has(file.state),
    objection: ownObjection(await actionsOf(reader, file), {
      ...{ id: heir.id, orders, ended: unpaidEnds.has(file.state) },
    }),
    ownShare: ownShareOf(orders, heir),
    ownAmount:
      byRelative || !isDecided(file)
        ? null
        : await heirsAmount(reader, { context, file, successorId: heir.id }),
    accountNamed: heir.accountRevision !== null,
    accountStands: byRelative && accountSeen(heir),
    accountWanted: !byRelative && waitsForAccount({ file, orders }, heir.id),
    contactStands:
      byRelative &&
      (!undecided.has(file.state) || (await heirContacts(reader, file))(heir.id).invited === false),
    expiresAt: expiresAt.toISOString(),
  });
}

/** Whether whoever named the account was seen, or proved to be the heir; where that was not kept, it counts as if. */
function accountSeen({ accountRevision, accountNamedBy }: SuccessorRow): boolean {
  return accountRevision !== null && accountNamedBy !== 'invited' && accountNamedBy !== 'applicant';
}

function ownShareOf(orders: readonly OrderStanding[], heir: SuccessorRow): readonly OwnShare[] {
  return orders
    .filter((order) => order.partyId === heir.id && order.standing !== 'divided')
    .map((order) => {
      const { standing, result, paidOn, where, amountFen } = paymentView(order);
      return { standing, result, paidOn, where, amountFen: paidOn === null ? null : amountFen };
    });
}

/** As the division's problems have it: a waiver, and the agreement to shares other than the law's, by a link that a relative passed on. */
function isUnconfirmed({ word, channel }: SuccessorRow, agreement: Agreement): boolean {
  return agreement === 'to-confirm' || (word === 'waive' && channel === 'invited');
}

/** An heir agrees, waives or objects by their link. */
export async function sayByLink(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    /** Of the page on which they do it: they are written to in it where they chose none. */
    readonly language?: Language;
    readonly secret: string;
    readonly word: Word;
    readonly disputes: readonly string[];
    readonly reason?: string | null;
  },
): Promise<Result<{ readonly said: Text }, Refusal>> {
  const { context, secret, word, disputes } = asked;
  const why = reasonOf(asked.reason ?? null);
  if (!why.ok) return why;
  const opened = await openLink(tx, secret);
  if (!opened.ok) return opened;
  const { file, estate, heir } = opened.value;
  const by = { paperReference: null, token: null, secret, onPaper: false };
  const saying = { successorId: heir.id, word, disputes, ...by };
  const heard = await hearSuccessor(tx, context, { file, saying, estate, today: today(context) });
  if (!heard.ok) return heard;
  const data = { successorId: heir.id, word, disputes, held: heard.value, ...why.value };
  const actor = actorOfLink(heir, asked.language);
  const moved = await step(tx, { context, file, actor, action: 'hear-heir', data });
  if (!moved.ok) return moved;
  await tellHeld(tx, { context, file: moved.value, held: heard.value, disputed: disputes, by: heir.id });
  return ok({ said: wordNames[word] });
}

/** An heir says in which language they want to be written to, and where a notice reaches them. */
export async function keepContactByLink(
  tx: Tx,
  asked: { readonly context: WithdrawalContext; readonly secret: string; readonly contact: HeirContact },
): Promise<Result<{ readonly revision: number }, Refusal>> {
  const { context, secret, contact } = asked;
  const opened = await openLink(tx, secret);
  if (!opened.ok) return opened;
  const { file, heir } = opened.value;
  const kept = await recordHeirContact(tx, context, {
    ...{ file, successorId: heir.id, contact, token: null, secret },
  });
  return kept.ok ? ok({ revision: kept.value }) : kept;
}

/** The letters to this heir, the oldest first; by a link that a relative passed on, once their own share is paid: they tell amounts. */
export async function listLettersByLink(
  reader: Reader,
  secret: string,
): Promise<Result<readonly LetterItem[], Refusal>> {
  const opened = await openLink(reader, secret);
  if (!opened.ok) return opened;
  if (!(await readsLetters(reader, opened.value))) return ok([]);
  return ok(await listHeirLetters(reader, heirOf(opened.value)));
}

/** One of them, as a page or as PDF. */
export async function printLetterByLink(
  reader: Reader,
  asked: { readonly context: PrintingContext; readonly secret: string; readonly letter: string } & Form,
): Promise<Result<Uint8Array, Refusal>> {
  const { context, secret, letter: number, language, form } = asked;
  const opened = await openLink(reader, secret);
  if (!opened.ok) return opened;
  if (!(await readsLetters(reader, opened.value)))
    return refuse({ code: 'letters.no-letter', figures: { letter: number } });
  return printForHeir(reader, { context, heir: heirOf(opened.value), number, language, form });
}

/** Whoever passed a link on may have kept it, and reads by it of no amount before it is paid. */
async function readsLetters(reader: Reader, { file, heir, byRelative }: Opened): Promise<boolean> {
  if (!byRelative) return true;
  const own = ownShareOf(await ordersOfCase(reader, { owner: file.ownerId, caseId: file.id }), heir);
  return own.length > 0 && own.every(({ amountFen }) => amountFen !== null);
}

interface Form {
  /** The letter's own where null. */
  readonly language: 'zh' | 'en' | null;
  readonly form: 'pdf' | 'html';
}

function heirOf({ file, heir }: Opened) {
  return { ownerId: file.ownerId, caseId: file.id, successorId: heir.id };
}

/** An heir hands in their own account by their link; after the settlement only for a share that has none, or that came back. */
export async function nameAccountByLink(
  tx: Tx,
  asked: {
    readonly context: WithdrawalContext;
    /** Of the page on which they do it: they are written to in it where they chose none. */
    readonly language?: Language;
    readonly secret: string;
    readonly payee: NewPayee;
  },
): Promise<Result<NamedAccount, Refusal>> {
  const { context, secret, payee } = asked;
  const opened = await openLink(tx, secret);
  if (!opened.ok) return opened;
  const { file, estate, heir } = opened.value;
  const speaker = { token: null, secret };
  const named = { estate, successorId: heir.id, payee };
  const done = await recordAccount(tx, { context, file, named, by: 'successor', speaker });
  if (!done.ok) return done;
  const data = { successorId: heir.id, accountTail: done.value.accountTail };
  const actor = actorOfLink(heir, asked.language);
  const moved = await accountStep(tx, { context, file, actor, data });
  return moved.ok ? done : moved;
}

interface Opened {
  readonly file: CaseFile;
  readonly estate: Estate;
  readonly heir: SuccessorRow;
  readonly expiresAt: Date;
  readonly byRelative: boolean;
}

/** Until then heirs may agree, waive and name their account. */
const undecided: ReadonlySet<string> = new Set([
  ...['draft', 'awaiting-confirmation', 'submitted', 'in-review', 'awaiting-materials', 'proposed'],
]);

const unpaidEnds: ReadonlySet<string> = new Set([
  ...['refused', 'withdrawn-by-applicant', 'not-completed', 'draft-ended'],
]);

async function openLink(reader: Reader, secret: string): Promise<Result<Opened, Refusal>> {
  const opened = await openHeirLink(reader, secret);
  if (!opened.ok) return opened;
  const { file: place, successorId, expiresAt, byRelative } = opened.value;
  const file = await caseById(reader, place.ownerId, place.id);
  const estate = await readEstate(reader, place);
  const heir = estate.successors.find(({ id }) => id === successorId);
  return file && heir
    ? ok({ file, estate, heir, expiresAt, byRelative })
    : refuse({ code: 'succession.link-over' });
}

/** Whether there is something to be shared, as two officers decided it. */
function isDecided({ state }: CaseFile): boolean {
  return !undecided.has(state) && !unpaidEnds.has(state);
}

/** Whoever holds the link acts as the heir whom it was given to. */
function actorOfLink({ id }: SuccessorRow, language: Language): Actor {
  return { kind: 'successor', id, roles: [], ...(language ? { language } : {}) };
}

const gently: Text = {
  zh: '请节哀。您的亲人去世后，医保个人账户里还有余额，登记的材料显示您可能有继承权。下面是拟定的份额。您可以同意、放弃或者提出异议，也可以填写自己的收款账户。不表示的，视为接受继承；放弃必须在分配之前作出。不清楚的，可以先到窗口或打电话问，不用急着决定。',
  en: 'We are sorry for your loss. The medical-insurance account of your relative still holds money, and the papers on record show that you may inherit. Below are the shares as proposed. You may agree, waive or object, and name your own account. An heir who says nothing is taken to accept; a waiver must be made before the money is divided. If anything is unclear, ask at the window or by telephone first; there is no hurry.',
};

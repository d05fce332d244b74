import { ok, type PlainDate, type Refusal, type Result, shanghaiDate, type Text } from '#basics';
import { actorOf, actsInCases, type Caller, maySee, ownersListed } from '#business/access/public';
import { maskName, personById, personsById } from '#business/registry';
import {
  type AvailableAction,
  actionsOf,
  availableActions,
  type CaseAction,
  type CaseFile,
  type Delay,
  declarationOf,
  delayOf,
  type HistoryEntry,
  type Holder,
  historyOf,
  holderOf,
  listCases,
  type Process,
} from '#engines/casework';
import type { Reader } from '#platform/postgres';
import type { Transfer } from './acceptance.store.ts';
import type { ArrivalTold } from './arrival/tell-arrival.ts';
import { takesBalance } from './arriving/tell-account.ts';
import { type Doing, today } from './context.ts';
import { type DecidedAgainst, decidedAgainst, withRemedyAsItStands } from './decided-against.ts';
import { nextFor } from './deciding/finance-work.ts';
import { metAtDesk, readDesk, type TransferDeskView } from './deciding/read-desk.ts';
import { accountOn, holdsNothing } from './departing/gather-sheet.ts';
import { goesWithMonthsOnly, leftWithNothing, legsTold, letterTakesNone } from './departing/months-only.ts';
import { doneIn } from './done-words.ts';
import { transferByNumber } from './find-transfer.ts';
import { type FollowUp, followUpsOf } from './follow-ups.ts';
import { type Ending, endingOf, type MoneyTold, moneyOf } from './how-it-ended.ts';
import { type Legs, legsIn, legsOut, withFollowUp } from './legs.ts';
import { type Milestone, milestonesOf } from './milestones.ts';
import { casesToPost } from './paper/post.store.ts';
import { type LetterToPost, listPostOf } from './paper/post-letter.ts';
import { partnerTold } from './partner-name.ts';
import { placeOf } from './place-of.ts';
import { transferProcesses } from './processes.ts';
import { type AwaitedView, awaitedView } from './reminding/awaited-view.ts';
import { awaitedBy } from './reminding/waiting.ts';
import { type KeptWord, wordsInTransfer } from './words/partner-words.store.ts';
import { wordName } from './words/word-name.ts';

/** A transfer in a list. */
export interface TransferItem {
  readonly number: string;
  readonly direction: Transfer['direction'];
  readonly personId: string;
  readonly personName: string;
  readonly state: string;
  readonly stateName: Text;
  readonly heldBy: 'applicant' | 'agency' | 'partner' | 'bank' | 'nobody';
  readonly officeId: string;
  readonly openedOn: PlainDate;
  readonly dueOn: PlainDate | null;
  readonly dueProvisional: boolean;
}

/** What everybody concerned sees of a transfer: where the record is, where the money is, and what is waited for. */
export interface TransferView extends TransferItem {
  /** To be sent back as `seen` with the next step. */
  readonly seen: number;
  readonly transferId: string;
  readonly partner: { readonly region: string; readonly name: Text };
  readonly legs: Legs;
  /** Of who leaves: the months go, and the other agency does not take the balance. */
  readonly monthsOnly: boolean;
  /** How they came there, oldest first. */
  readonly milestones: readonly Milestone[];
  /** What the other agency owes an answer to, and what follows on silence; null where nothing is waited for. */
  readonly awaited: AwaitedView | null;
  /** Who of this agency has it in hand and what follows, where it waits for finance or is stuck; null elsewhere. */
  readonly next: Text | null;
  /** What the other agency has said so far. */
  readonly words: readonly (Pick<KeptWord, 'messageId' | 'type' | 'channel' | 'sentAt'> & {
    readonly name: Text;
  })[];
  /** What officers decide, and on what; null for everybody else. */
  readonly desk: TransferDeskView | null;
  /** Letters to an agency without a gateway, and when each was posted. */
  readonly post: readonly LetterToPost[];
  /** What the months that came mean for the person; null of those who leave, and until months are recorded. */
  readonly arrival: ArrivalTold | null;
  /** What was decided against the person, with what they can do; null where nothing was. */
  readonly against: DecidedAgainst | null;
  /** Withdrawals that opened with it, because the balance did not go. */
  readonly followUps: readonly FollowUp[];
  /** Why it ended without a transfer, and where it goes on; null while it runs, and where it ended with one. */
  readonly ended: Ending | null;
  /** What was settled to go, or came; null until then. */
  readonly money: MoneyTold | null;
  readonly delay: Delay;
  readonly holder: Holder | null;
  readonly actions: readonly AvailableAction[];
}

type Asked = Omit<Doing, 'seen'>;

export async function readTransfer(reader: Reader, asked: Asked): Promise<Result<TransferView, Refusal>> {
  const { context, caller } = asked;
  const found = await transferByNumber(reader, asked);
  if (!found.ok) return found;
  const { file, transfer } = found.value;
  const process = processOf(file);
  const done = await actionsOf(reader, file);
  const person = await personById(reader, file.ownerId);
  const holder = await holderOf(reader, file);
  const awaited = await awaitedBy(reader, { context, file });
  const desk =
    caller.kind === 'officer' ? await readDesk(reader, { context, file, transfer, awaited }) : null;
  const met = [
    ...(desk ? metAtDesk(desk) : []),
    ...(takesBalance(context, done) ? ['balances-taken'] : []),
    // Confirming weighs them; what stands against it is told then, every reason at once.
    ...(file.state === 'announced' ? ['conditions-met'] : []),
  ];
  const standing = { state: file.state, done: done.map(({ action }) => action), met, holder };
  const { partner, transferId, direction } = transfer;
  const followUps = await followUpsOf(reader, { context, file });
  const post = await listPostOf(reader, transfer);
  const { name: partnerName, takesBalances } = await partnerTold(reader, { context, region: partner });
  const leaves = direction === 'out';
  const monthsOnly = leaves && goesWithMonthsOnly({ done, takesBalances });
  const legs = leaves ? legsOut(done) : legsIn(done);
  const nothingThere =
    leaves && holdsNothing(await accountOn(reader, { owner: file.ownerId, on: today(context) }));
  const toPost = post.some(({ postedOn }) => postedOn === null);
  return ok({
    ...itemOf(file, { direction, name: person?.name ?? '', toPost }),
    ...{ seen: file.actionCount, transferId },
    partner: { region: partner, name: partnerName },
    legs: withFollowUp(
      leaves ? legsTold(legs, { monthsOnly, nothingThere, nothingThen: leftWithNothing(done) }) : legs,
      followUps.at(-1),
    ),
    monthsOnly,
    milestones: milestonesOf(process, done),
    awaited: awaited && awaitedView(awaited, file.state),
    next: nextFor(file),
    words: (await wordsInTransfer(reader, transfer)).map((word) => named(word, done)),
    post,
    desk,
    arrival: arrivalIn(done),
    against: withRemedyAsItStands(decidedAgainst(file, done, context.region), followUps.at(-1)),
    followUps,
    ...{ ended: endingOf(done), money: moneyOf(done) },
    delay: delayOf(process, done, {
      calendar: context.workingDays,
      today: today(context),
      lying: post.map(lay),
    }),
    holder: caller.kind === 'officer' ? holder : null,
    actions: actsInCases(caller.kind) ? availableActions(process, standing, actorOf(caller)) : [],
  });
}

/** While a letter lay here; the other agency's days begin with its posting. */
function lay({ madeAt, postedOn }: LetterToPost) {
  return { from: shanghaiDate(madeAt), until: postedOn };
}

function arrivalIn(done: readonly CaseAction[]): ArrivalTold | null {
  const told = done.findLast(({ data }) => data.told !== undefined)?.data.told;
  return (told as unknown as ArrivalTold | undefined) ?? null; // as `recordSheet` kept it
}

function named(word: KeptWord, done: readonly CaseAction[]): TransferView['words'][number] {
  const { messageId, type, channel, sentAt } = word;
  return { messageId, type, channel, sentAt, name: wordName(word, done) };
}

/** A page of transfers by due day; citizens get only those of the persons that they may act for. */
export async function listTransfers(
  reader: Reader,
  asked: {
    readonly caller: Caller;
    /** Null for both directions. */
    readonly direction: Transfer['direction'] | null;
    readonly states: readonly string[] | null;
    readonly officeId: string | null;
    readonly dueOnOrBefore: PlainDate | null;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<{ readonly items: readonly TransferItem[]; readonly next: string | null }> {
  const { caller, direction, ...filter } = asked;
  const processes = direction === null ? Object.keys(transferProcesses) : [`transfer-${direction}`];
  const page = await listCases(reader, { ...filter, processes, ownerIds: ownersListed(caller) });
  const files = page.items.filter((file) => maySee(caller, file.ownerId, file));
  const persons = await personsById(reader, [...new Set(files.map(({ ownerId }) => ownerId))]);
  const names = new Map(persons.map(({ ownerId, name }) => [ownerId, name]));
  const unposted = await casesToPost(reader, files.map(placeOf));
  return {
    items: files.map((file) =>
      itemOf(file, {
        direction: file.process === 'transfer-out' ? 'out' : 'in',
        ...{ name: names.get(file.ownerId) ?? '', toPost: unposted.has(file.id) },
      }),
    ),
    next: page.next,
  };
}

/** What happened in a transfer, oldest first. */
export async function readTransferHistory(
  reader: Reader,
  asked: Pick<Asked, 'caller' | 'number'>,
): Promise<Result<readonly HistoryEntry[], Refusal>> {
  const found = await transferByNumber(reader, asked);
  if (!found.ok) return found;
  const { file } = found.value;
  const inside = asked.caller.kind === 'officer' || asked.caller.kind === 'system';
  const told = [
    'answerBy',
    'amountFen',
    'interestFen',
    'reason',
    'months',
    'missing',
    'code',
    'text',
    'refusedOn',
  ];
  const actions = await actionsOf(reader, file);
  const notTaken = letterTakesNone(actions) === true;
  return ok(
    historyOf(processOf(file), {
      ...{ actions, inside, told },
      done: ({ action }) => doneIn(file.process, { action, notTaken }),
    }),
  );
}

function processOf(file: CaseFile): Process {
  const process = transferProcesses[file.process];
  if (!process) throw new Error(`case ${file.id} is no transfer`);
  return declarationOf(process, file);
}

function itemOf(
  file: CaseFile,
  of: {
    readonly direction: Transfer['direction'];
    readonly name: string;
    /** A letter lies here that the other agency does not have yet. */
    readonly toPost: boolean;
  },
): TransferItem {
  const { direction, name, toPost } = of;
  const state = processOf(file).states[file.state];
  const heldBy = state?.heldBy ?? 'nobody';
  return {
    number: file.number,
    direction,
    personId: file.ownerId,
    personName: maskName(name),
    state: file.state,
    stateName: state?.name ?? { zh: file.state, en: file.state },
    heldBy: toPost && heldBy === 'partner' ? 'agency' : heldBy,
    officeId: file.officeId,
    openedOn: shanghaiDate(file.openedAt),
    dueOn: file.dueOn,
    dueProvisional: file.dueProvisional,
  };
}

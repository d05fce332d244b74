import { ok, type PlainDate, type Refusal, type Result, shanghaiDate, type Text } from '#basics';
import { actorOf, actsInCases, type Caller, maySee, ownersListed } from '#business/access/public';
import { maskName, personById, personsById } from '#business/registry';
import {
  type AvailableAction,
  actionsOf,
  availableActions,
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
import { type Doing, type TransferContext, today } from './context.ts';
import { metAtDesk, readDesk, type TransferDeskView } from './deciding/read-desk.ts';
import { transferByNumber } from './find-transfer.ts';
import { type Legs, legsIn, legsOut } from './legs.ts';
import { transferMessages } from './messages/catalogue.ts';
import { missingThings } from './messages/missing-things.ts';
import { partnerName } from './partner-name.ts';
import { type KeptWord, wordsInTransfer } from './partner-words.store.ts';
import { transferProcesses } from './processes.ts';
import { awaitedBy } from './waiting.ts';

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
  /** What the other agency owes an answer to, and what follows on silence; null where nothing is waited for. */
  readonly awaited: {
    readonly missing: readonly Text[];
    readonly answerBy: PlainDate;
    readonly reminded: number;
    readonly afterwards: Text;
  } | null;
  /** What the other agency has said so far. */
  readonly words: readonly (Pick<KeptWord, 'messageId' | 'type' | 'channel' | 'sentAt'> & {
    readonly name: Text;
  })[];
  /** What officers decide, and on what; null for everybody else. */
  readonly desk: TransferDeskView | null;
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
  const desk = caller.kind === 'officer' ? await readDesk(reader, { context, file, transfer }) : null;
  const met = desk ? metAtDesk(desk) : [];
  const standing = { state: file.state, done: done.map(({ action }) => action), met, holder };
  const { partner, transferId, direction } = transfer;
  return ok({
    ...itemOf(file, { direction, name: person?.name ?? '' }),
    ...{ seen: file.actionCount, transferId },
    partner: { region: partner, name: await partnerName(reader, { context, region: partner }) },
    legs: direction === 'out' ? legsOut(done) : legsIn(done),
    awaited: await awaitedView(reader, { context, file }),
    words: (await wordsInTransfer(reader, transfer)).map(named),
    desk,
    delay: delayOf(process, done, { calendar: context.workingDays, today: today(context) }),
    holder: caller.kind === 'officer' ? holder : null,
    actions: actsInCases(caller.kind) ? availableActions(process, standing, actorOf(caller)) : [],
  });
}

function named({ messageId, type, channel, sentAt }: KeptWord): TransferView['words'][number] {
  return { messageId, type, channel, sentAt, name: transferMessages[type].name };
}

async function awaitedView(
  reader: Reader,
  asked: { readonly context: TransferContext; readonly file: CaseFile },
): Promise<TransferView['awaited']> {
  const awaited = await awaitedBy(reader, asked);
  if (!awaited) return null;
  const { missing, answerBy, reminded } = awaited;
  const pays = missing.includes('receiving-account') && reminded > 0;
  return {
    missing: missing.map((thing) => missingThings[thing]),
    answerBy,
    reminded,
    afterwards: afterwards(pays),
  };
}

function afterwards(pays: boolean): Text {
  return pays
    ? {
        zh: '到期仍未提供账户的，余额可以一次性支取：支取会自动开办，您只需确认收款账户。',
        en: 'If no account has come by then, the balance can be paid out: the withdrawal opens by itself, and you only confirm to whom.',
      }
    : {
        zh: '到期没有答复的，由本机构催办。',
        en: 'Without an answer by then, this agency reminds the other.',
      };
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
  return {
    items: files.map((file) =>
      itemOf(file, {
        direction: file.process === 'transfer-out' ? 'out' : 'in',
        name: names.get(file.ownerId) ?? '',
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
  return ok(historyOf(processOf(file), { actions: await actionsOf(reader, file), inside, told }));
}

function processOf(file: CaseFile): Process {
  const process = transferProcesses[file.process];
  if (!process) throw new Error(`case ${file.id} is no transfer`);
  return declarationOf(process, file);
}

function itemOf(
  file: CaseFile,
  { direction, name }: { readonly direction: Transfer['direction']; readonly name: string },
): TransferItem {
  const state = processOf(file).states[file.state];
  return {
    number: file.number,
    direction,
    personId: file.ownerId,
    personName: maskName(name),
    state: file.state,
    stateName: state?.name ?? { zh: file.state, en: file.state },
    heldBy: state?.heldBy ?? 'nobody',
    officeId: file.officeId,
    openedOn: shanghaiDate(file.openedAt),
    dueOn: file.dueOn,
    dueProvisional: file.dueProvisional,
  };
}

import { fen, ok, shanghaiTime, showYuan, type Text } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type ArrivalApplication,
  actorNames,
  answerReminder,
  applyForArrival,
  applyForDeparture,
  askAgain,
  askForCorrection,
  cancelTransfer,
  checkArrival,
  checkDeparture,
  closeDifference,
  closeUnconfirmed,
  confirmArrival,
  leaveBalance,
  listTransfers,
  lookAgain,
  openWithdrawalByHand,
  type PreCheck,
  readRegion,
  readStates,
  readTransfer,
  readTransferHistory,
  returnRefusal,
  returnSheet,
  sendSheetAgain,
  type TransferContext,
  type TransferItem,
  type TransferView,
  tellAccount,
} from '#business/transfer';
import { arrivalWords } from './arrival-words.ts';
import { dueWords } from './case.ts';
import { conclude, type ExitCode, type Frame, nextPage, say } from './frame.ts';
import { shownElsewhere } from './shown-elsewhere.ts';
import { transferActionLines } from './transfer-commands.ts';
import { deskWords } from './transfer-desk-words.ts';
import { step } from './transfer-step.ts';

/** The agency as transfers need it, and who is at the keyboard. */
export interface TransferDeskOf {
  readonly agency: TransferContext;
  readonly caller: Caller;
}

export type OnCase = TransferDeskOf & {
  readonly number: string;
  /** How many actions of the case had been seen; where more have happened the step is refused. */
  readonly seen?: number | undefined;
};

/** `suixing transfer check out|in PERSON REGION`: exit code 1 where something stands in the way. */
export async function checkTransfer(
  frame: Frame,
  asked: TransferDeskOf & {
    readonly direction: 'out' | 'in';
    readonly personId: string;
    readonly region: string;
  },
): Promise<ExitCode> {
  const { agency: context, caller, direction, personId } = asked;
  const read = readRegion(asked.region);
  if (!read.ok) return conclude(frame, read, () => '');
  const region = read.value;
  const checked =
    direction === 'out'
      ? await checkDeparture(context.database, { context, caller, personId, to: region })
      : await checkArrival(context.database, { context, caller, personId, from: region });
  const told = checked.ok ? ok(checkTold(checked.value)) : checked;
  const exitCode = conclude(frame, told, (check) => checkWords(frame, check));
  return exitCode === 0 && told.ok && told.value.outcome !== 'open' ? 1 : exitCode;
}

/** `suixing transfer out PERSON REGION`. */
export async function leave(
  frame: Frame,
  {
    agency: context,
    caller,
    personId,
    ...asked
  }: TransferDeskOf & { readonly personId: string; readonly to: string },
): Promise<ExitCode> {
  const region = readRegion(asked.to);
  if (!region.ok) return conclude(frame, region, () => '');
  const application = { context, caller, personId, to: region.value };
  return step(frame, { agency: context, caller }, (tx) => applyForDeparture(tx, application));
}

/** `suixing transfer in PERSON REGION [--category …] [--certificate NUMBER]`. */
export async function arrive(
  frame: Frame,
  { agency: context, ...asked }: { readonly agency: TransferContext } & Omit<ArrivalApplication, 'context'>,
): Promise<ExitCode> {
  const region = readRegion(asked.from);
  if (!region.ok) return conclude(frame, region, () => '');
  return step(frame, { ...asked, agency: context }, (tx) =>
    applyForArrival(tx, { ...asked, context, from: region.value }),
  );
}

/** `suixing transfer confirm NUMBER`: a transfer that the other agency announced. */
export function confirm(frame: Frame, { agency: context, ...doing }: OnCase): Promise<ExitCode> {
  return step(frame, { ...doing, agency: context }, (tx) =>
    confirmArrival(tx, { ...doing, context, category: 'employment' }),
  );
}

/** What an officer, or the applicant who cancels, says of a transfer with a reason. */
export const reasoned = {
  cancel: cancelTransfer,
  sheet: sendSheetAgain,
  correction: askForCorrection,
  'look-again': lookAgain,
  'close-difference': closeDifference,
  account: tellAccount,
  'answer-reminder': answerReminder,
  'open-withdrawal': openWithdrawalByHand,
  'leave-balance': leaveBalance,
  'ask-again': askAgain,
  'return-refusal': returnRefusal,
  'return-sheet': returnSheet,
} as const;

/** `suixing transfer cancel|sheet|correction|… NUMBER --reason TEXT`. */
export function stepWithReason(
  frame: Frame,
  asked: OnCase & { readonly work: keyof typeof reasoned; readonly reason: string },
): Promise<ExitCode> {
  const { agency: context, work, ...doing } = asked;
  return step(frame, { ...doing, agency: context }, (tx) => reasoned[work](tx, { ...doing, context }));
}

/** `suixing transfer close-unconfirmed NUMBER --reason TEXT --paper REFERENCE`. */
export function closeOnProof(
  frame: Frame,
  { agency: context, ...doing }: OnCase & { readonly reason: string; readonly paperReference: string },
): Promise<ExitCode> {
  return step(frame, { ...doing, agency: context }, (tx) => closeUnconfirmed(tx, { ...doing, context }));
}

/** `suixing transfer show NUMBER`: both legs, what is waited for, what can be done. */
export async function showTransfer(frame: Frame, { agency: context, ...asked }: OnCase): Promise<ExitCode> {
  const elsewhere = await shownElsewhere(frame, { ...asked, agency: context, typed: 'transfer' });
  if (elsewhere) return conclude(frame, elsewhere, () => '');
  const view = await readTransfer(context.database, { ...asked, context });
  return conclude(frame, view, (told) => viewWords(frame, told));
}

/** `suixing transfer history NUMBER`. */
export async function showTransferHistory(
  frame: Frame,
  { agency, caller, number }: OnCase,
): Promise<ExitCode> {
  const elsewhere = await shownElsewhere(frame, { agency, caller, number, typed: 'transfer' });
  if (elsewhere) return conclude(frame, elsewhere, () => '');
  const told = await readTransferHistory(agency.database, { caller, number });
  return conclude(frame, told.ok ? ok({ items: told.value }) : told, ({ items }) =>
    items
      .map(
        ({ at, name, stateName }) => `${shanghaiTime(at)}  ${say(frame, name)}  → ${say(frame, stateName)}`,
      )
      .join('\n'),
  );
}

/** `suixing transfer list [--direction D] [--state S] [--open] [--cursor C]`. */
export async function listTransfersOf(
  frame: Frame,
  asked: TransferDeskOf & {
    readonly direction: 'out' | 'in' | null;
    readonly states: readonly string[] | null;
    readonly open: boolean;
    readonly cursor: string | null;
    readonly limit: number;
  },
): Promise<ExitCode> {
  const { agency, open: _, ...filter } = asked;
  const read = readStates(asked);
  if (!read.ok) return conclude(frame, read, () => '');
  const page = await listTransfers(agency.database, {
    ...{ ...filter, states: read.value, officeId: null, dueOnOrBefore: null },
  });
  return conclude(frame, ok(page), ({ items, next }) =>
    [
      ...items.map((item) => itemWords(frame, item)),
      ...(items.length === 0 ? [say(frame, { zh: '没有转移办件。', en: 'There are no transfers.' })] : []),
      ...(next === null ? [] : [say(frame, nextPage(next))]),
    ].join('\n'),
  );
}

function itemWords(frame: Frame, item: TransferItem): string {
  const { number, direction, personName, stateName } = item;
  return [
    number,
    say(frame, directionNames[direction]),
    personName,
    say(frame, stateName),
    dueWords(frame, item),
  ]
    .join('  ')
    .trimEnd();
}

const directionNames: Readonly<Record<TransferItem['direction'], Text>> = {
  out: { zh: '转出', en: 'out' },
  in: { zh: '转入', en: 'in' },
};
const channelNames: Readonly<Record<TransferView['words'][number]['channel'], Text>> = {
  gateway: { zh: '联网', en: 'gateway' },
  paper: { zh: '纸质', en: 'on paper' },
};

function viewWords(frame: Frame, view: TransferView): string {
  const { legs, awaited, partner, words, money } = view;
  const record = say(frame, { zh: '关系', en: 'record' });
  const balance = say(frame, { zh: '余额', en: 'balance' });
  return [
    itemWords(frame, view),
    `  ${partner.region} ${say(frame, partner.name)}  ${view.transferId}`,
    `  ${record}: ${say(frame, legs.record.text)}`,
    `  ${balance}: ${say(frame, legs.balance.text)}${money === null ? '' : moneyWords(frame, money)}`,
    ...(view.ended === null ? [] : endingWords(frame, view.ended)),
    ...(awaited === null
      ? []
      : [
          `  … ${awaited.missing.map((thing) => say(frame, thing)).join(say(frame, comma))}  ${answerWords(frame, awaited)}`,
          `    ${say(frame, awaited.afterwards)}`,
        ]),
    ...(view.next === null ? [] : [`  … ${say(frame, view.next)}`]),
    ...words.map(
      ({ sentAt, name, channel, messageId }) =>
        `  « ${shanghaiTime(sentAt)}  ${say(frame, name)} (${say(frame, channelNames[channel])})  ${messageId}`,
    ),
    ...view.post.map(
      ({ letter, title, postedOn }) =>
        `  » ${letter}  ${say(frame, title)}  ${postedOn ?? say(frame, toPost)}`,
    ),
    ...(view.arrival === null ? [] : arrivalWords(frame, view.arrival)),
    ...(view.against === null ? [] : againstWords(frame, view.against)),
    ...view.followUps.flatMap(({ number: follower, stateName, what }) => [
      `  ⇒ ${follower}  ${say(frame, stateName)}`,
      `    ${say(frame, what)}`,
    ]),
    `  ${say(frame, view.delay.text)}`,
    ...deskWords(frame, view.desk),
    ...transferActionLines(frame, { ...view, sheet: view.desk?.sheet ?? null }),
  ].join('\n');
}

const comma = { zh: '、', en: ', ' };

function answerWords(frame: Frame, { answerBy, provisional }: NonNullable<TransferView['awaited']>): string {
  const day = { zh: `${answerBy}（暂定）`, en: `${answerBy} (provisional)` };
  return provisional ? say(frame, day) : answerBy;
}

function moneyWords(frame: Frame, { amountFen, interestFen }: NonNullable<TransferView['money']>): string {
  const [whole, interest] = [amountFen, interestFen ?? '0'].map((each) => showYuan(fen(BigInt(each))));
  const told =
    interestFen === null
      ? { zh: `  ${whole} 元`, en: `  ${whole} yuan` }
      : { zh: `  ${whole} 元，含利息 ${interest} 元`, en: `  ${whole} yuan, ${interest} of it interest` };
  return say(frame, told);
}

function endingWords(
  frame: Frame,
  { reason, goesOnIn }: NonNullable<TransferView['ended']>,
): readonly string[] {
  return [
    ...(reason === null ? [] : [`  ${say(frame, { zh: '原因：', en: 'why: ' })}${say(frame, reason)}`]),
    ...(goesOnIn === null
      ? []
      : [`  ⇒ ${goesOnIn}  ${say(frame, { zh: '并入这个办件，继续办理', en: 'it goes on in this case' })}`]),
  ];
}

const toPost = { zh: '待寄', en: 'to be posted' };

function againstWords(
  frame: Frame,
  { reasons, remedies }: NonNullable<TransferView['against']>,
): readonly string[] {
  return [
    ...reasons.flatMap(({ text, remedy, legalBasis }) => [
      `  ✗ ${say(frame, text)}`,
      ...(remedy === null ? [] : [`    ${say(frame, remedy)}`]),
      `    ${say(frame, legalBasis)}`,
    ]),
    ...(remedies === null ? [] : [`  ${say(frame, remedies)}`]),
  ];
}

function checkTold({
  outcome,
  onDate,
  reasons,
  note = null,
}: Omit<PreCheck, 'note'> & { note?: Text | null }) {
  return { outcome, onDate, reasons, note };
}

function checkWords(frame: Frame, { reasons, note }: ReturnType<typeof checkTold>): string {
  const open = say(frame, { zh: '可以转移。', en: 'Nothing stands in the way of the transfer.' });
  const against = reasons.map(
    ({ certain, text, remedy, by, legalBasis }) =>
      `${certain ? '✗' : '?'} ${say(frame, text)}\n    ${say(frame, remedy)} (${say(frame, actorNames[by])})\n    ${say(frame, legalBasis)}`,
  );
  const told = reasons.length === 0 ? [open] : against;
  return [...told, ...(note === null ? [] : [`  ! ${say(frame, note)}`])].join('\n');
}

import { counted, fen, showYuan, type Text } from '#basics';
import type { TransferDeskView } from '#business/transfer';
import { type Frame, say } from './frame.ts';

/** What officers decide in a transfer, and on what: a line each. */
export function deskWords(frame: Frame, desk: TransferDeskView | null): readonly string[] {
  if (desk === null) return [];
  const { reminder, silence, proposal, sheet, advised, money, notPaidOut, finance } = desk;
  return [
    ...(reminder ? [reminderWords(frame, reminder)] : []),
    ...(silence ? silenceWords(frame, silence) : []),
    ...(notPaidOut ? [`  ! ${say(frame, notPaidOut.reason)}`, `    ${say(frame, notPaidOut.remedy)}`] : []),
    ...(sheet ? sheetWords(frame, sheet) : []),
    ...(advised ? [`  ${say(frame, advice)}: ${yuan(advised.amountFen)}  ${advised.reference}`] : []),
    ...money.map(
      ({ lineId, bookedOn, amountFen, reference }) =>
        `  ${say(frame, inSuspense)}: ${yuan(amountFen)}  ${bookedOn}  ${reference}  ${lineId}`,
    ),
    ...finance.flatMap(({ text, command }) => [
      `  ${say(frame, forFinance)}: ${say(frame, text)}`,
      `    ${command}`,
    ]),
    ...(proposal ? proposalWords(frame, proposal) : []),
  ];
}

function reminderWords(frame: Frame, reminder: NonNullable<TransferDeskView['reminder']>): string {
  const { missing, answerBy, reminded, overdue } = reminder;
  const things = missing.map((thing) => say(frame, thing)).join('、');
  const late = overdue ? say(frame, { zh: '，已逾期', en: ', overdue' }) : '';
  const [zh, en] =
    reminded < 1
      ? ['对方来函索取', 'the other agency asks us for']
      : [`对方第 ${reminded} 次催办`, `the other agency reminds us (${reminded})`];
  return say(frame, {
    zh: `  ! ${zh}：${things}，${answerBy} 前答复${late}`,
    en: `  ! ${en}: ${things}, by ${answerBy}${late}`,
  });
}

function silenceWords(
  frame: Frame,
  { since, reminded, next }: NonNullable<TransferDeskView['silence']>,
): readonly string[] {
  const told = say(frame, {
    zh: `  ! 催办 ${reminded} 次没有答复，${since} 起由经办处理`,
    en: `  ! reminded ${reminded} times in vain, a clerk’s since ${since}`,
  });
  return [told, ...next.map((each) => `    - ${say(frame, each)}`)];
}

function sheetWords(frame: Frame, sheet: NonNullable<TransferDeskView['sheet']>): readonly string[] {
  const { messageId, revision, months, balanceFen, doubts, passing } = sheet;
  const told = say(frame, { zh: `信息表（第 ${revision} 版）`, en: `the sheet (revision ${revision})` });
  const howMany = say(frame, { zh: `${months} 个月`, en: counted(months, 'month', 'months') });
  return [
    `  ${told}: ${howMany}${balanceFen === null ? '' : `  ${yuan(balanceFen)}`}  ${say(frame, passes[passing])}  ${messageId}`,
    ...doubts.map(({ text, remedy }) => `    ✗ ${say(frame, text)}\n      ${say(frame, remedy)}`),
  ];
}

const passes: Readonly<Record<NonNullable<TransferDeskView['sheet']>['passing'], Text>> = {
  nobody: { zh: '不能放行', en: 'cannot be let pass' },
  'two-officers': { zh: '两人同意才能放行', en: 'two officers may let it pass' },
  clerk: { zh: '经办写明理由可以放行', en: 'a clerk may let it pass with a reason' },
};

const advice = { zh: '对方通知划款', en: 'advised' };
const forFinance = { zh: '财务', en: 'finance' };
const inSuspense = { zh: '已到账，待查', en: 'came, in suspense' };

const proposalNames: Readonly<Record<'refuse-balance' | 'record-sheet', Text>> = {
  'refuse-balance': { zh: '拟不接收余额，待复核', en: 'proposed: refuse the balance' },
  'record-sheet': { zh: '拟按有疑问的信息表接续，待复核', en: 'proposed: record the doubtful sheet' },
};

function proposalWords(frame: Frame, proposal: NonNullable<TransferDeskView['proposal']>): readonly string[] {
  const { kind, by, text, code, legalBasis, sentBackReference, reason } = proposal;
  return [
    `  ? ${say(frame, proposalNames[kind])} (${by})`,
    ...(text ? [`    ${code}: ${say(frame, text)}`] : []),
    ...[legalBasis, sentBackReference, reason].flatMap((line) => (line === null ? [] : [`    ${line}`])),
  ];
}

function yuan(amountFen: string): string {
  return showYuan(fen(BigInt(amountFen)));
}

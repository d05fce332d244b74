import { fen, showYuan, type Text } from '#basics';
import type { TransferDeskView } from '#business/transfer';
import { type Frame, say } from './frame.ts';

/** What officers decide in a transfer, and on what: a line each. */
export function deskWords(frame: Frame, desk: TransferDeskView | null): readonly string[] {
  if (desk === null) return [];
  const { proposal, advised, money } = desk;
  return [
    ...(advised ? [`  ${say(frame, advice)}: ${yuan(advised.amountFen)}  ${advised.reference}`] : []),
    ...money.map(
      ({ lineId, bookedOn, amountFen, reference }) =>
        `  ${say(frame, inSuspense)}: ${yuan(amountFen)}  ${bookedOn}  ${reference}  ${lineId}`,
    ),
    ...(proposal ? proposalWords(frame, proposal) : []),
  ];
}

const advice = { zh: '对方通知划款', en: 'advised' };
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

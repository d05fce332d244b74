import { fenToYuan, ok, type Result, yuanToFen } from '#basics';
import { isoInstant, pain001Namespace } from './pain001.ts';
import { pain002Namespace } from './pain002.ts';
import { type Node, nodesAt, readXml, textAt, type UnfitXml, unfit } from './read-xml.ts';
import { writeXml, type Xml } from './write-xml.ts';

/** A payment as a bank reads it in our file. */
export interface SimulatedPayment {
  readonly endToEndId: string;
  readonly amountFen: bigint;
  readonly name: string;
  readonly accountNumber: string;
  readonly bankCode: string;
}

/** What the bank makes of it; null answers nothing about this payment. */
export type SimulatedDecision = { readonly status: string; readonly reason?: string } | null;

export interface Simulation {
  /** Names the answer; at most 35 characters. */
  readonly messageId: string;
  readonly at: Date;
  readonly decide: (transfer: SimulatedPayment) => SimulatedDecision;
}

/** A bank, for demonstrations and tests: reads our file of payments and writes the answer. */
export function simulateBank(
  pain001: string,
  { messageId, at, decide }: Simulation,
): Result<string, UnfitXml> {
  const read = readXml(pain001, pain001Namespace);
  if (!read.ok) return read;
  const order = nodesAt(read.value, 'CstmrCdtTrfInitn')[0];
  if (!order) return unfit('CstmrCdtTrfInitn');
  const header: Xml = [
    'GrpHdr',
    [
      ['MsgId', messageId],
      ['CreDtTm', isoInstant(at)],
    ],
  ];
  const original: Xml = [
    'OrgnlGrpInfAndSts',
    [
      ['OrgnlMsgId', textAt(order, 'GrpHdr/MsgId') ?? ''],
      ['OrgnlMsgNmId', 'pain.001.001.12'],
      ['OrgnlNbOfTxs', textAt(order, 'GrpHdr/NbOfTxs') ?? ''],
      ['OrgnlCtrlSum', textAt(order, 'GrpHdr/CtrlSum') ?? ''],
    ],
  ];
  const parts = nodesAt(order, 'PmtInf').map((part): Xml => {
    const answered = nodesAt(part, 'CdtTrfTxInf').map((entry) => answerOf(entry, decide));
    return ['OrgnlPmtInfAndSts', [['OrgnlPmtInfId', textAt(part, 'PmtInfId') ?? ''], ...answered]];
  });
  const report: Xml = ['CstmrPmtStsRpt', [header, original, ...parts]];
  return ok(writeXml(['Document', [report], { xmlns: pain002Namespace }]));
}

function answerOf(entry: Node, decide: Simulation['decide']): Xml | null {
  const transfer = transferOf(entry);
  const decision = decide(transfer);
  if (decision === null) return null;
  const reason: Xml | null =
    decision.reason === undefined ? null : ['StsRsnInf', [['Rsn', [['Cd', decision.reason]]]]];
  const amount: Xml = ['InstdAmt', fenToYuan(transfer.amountFen), { Ccy: 'CNY' }];
  return [
    'TxInfAndSts',
    [
      ['OrgnlEndToEndId', transfer.endToEndId],
      ['TxSts', decision.status],
      reason,
      ['OrgnlTxRef', [['Amt', [amount]]]],
    ],
  ];
}

function transferOf(entry: Node): SimulatedPayment {
  return {
    endToEndId: textAt(entry, 'PmtId/EndToEndId') ?? '',
    amountFen: yuanToFen(textAt(entry, 'Amt/InstdAmt') ?? '') ?? 0n,
    name: textAt(entry, 'Cdtr/Nm') ?? '',
    accountNumber: textAt(entry, 'CdtrAcct/Id/Othr/Id') ?? '',
    bankCode: textAt(entry, 'CdtrAgt/FinInstnId/ClrSysMmbId/MmbId') ?? '',
  };
}

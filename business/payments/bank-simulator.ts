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
  /** Twelve digits at home, the BIC abroad. */
  readonly bankCode: string;
  /** What it says to the payee. */
  readonly remark: string;
}

/** What the bank makes of it; null answers nothing about this payment. */
export type SimulatedDecision = { readonly status: string; readonly reason?: string } | null;

export interface Simulation {
  /** Names the answer; at most 35 characters. */
  readonly messageId: string;
  readonly at: Date;
  readonly decide: (transfer: SimulatedPayment) => SimulatedDecision;
}

/** Our file as a bank reads it. */
export interface ReadOrder {
  readonly messageId: string;
  readonly count: string;
  readonly sum: string;
  readonly debtorName: string;
  readonly debtorAccount: string;
  readonly parts: readonly { readonly id: string; readonly payments: readonly SimulatedPayment[] }[];
}

export function readPain001(pain001: string): Result<ReadOrder, UnfitXml> {
  const read = readXml(pain001, [pain001Namespace]);
  if (!read.ok) return read;
  const order = nodesAt(read.value.root, 'CstmrCdtTrfInitn')[0];
  if (!order) return unfit('CstmrCdtTrfInitn');
  const at = (path: string) => textAt(order, path) ?? '';
  return ok({
    ...{ messageId: at('GrpHdr/MsgId'), count: at('GrpHdr/NbOfTxs'), sum: at('GrpHdr/CtrlSum') },
    ...{ debtorName: at('PmtInf/Dbtr/Nm'), debtorAccount: at('PmtInf/DbtrAcct/Id/Othr/Id') },
    parts: nodesAt(order, 'PmtInf').map((part) => ({
      id: textAt(part, 'PmtInfId') ?? '',
      payments: nodesAt(part, 'CdtTrfTxInf').map(transferOf),
    })),
  });
}

/** A bank, for demonstrations and tests: reads our file of payments and writes the answer. */
export function simulateBank(pain001: string, simulation: Simulation): Result<string, UnfitXml> {
  const order = readPain001(pain001);
  return order.ok ? ok(writePain002(order.value, simulation)) : order;
}

/** The bank's answer to a file that it has read (`pain.002.001.14`). */
export function writePain002(
  order: Pick<ReadOrder, 'messageId' | 'count' | 'sum' | 'parts'>,
  { messageId, at, decide }: Simulation,
): string {
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
      ['OrgnlMsgId', order.messageId],
      ['OrgnlMsgNmId', 'pain.001.001.12'],
      ['OrgnlNbOfTxs', order.count],
      ['OrgnlCtrlSum', order.sum],
    ],
  ];
  const parts = order.parts.map(
    ({ id, payments }): Xml => [
      'OrgnlPmtInfAndSts',
      [['OrgnlPmtInfId', id], ...payments.map((payment) => answerOf(payment, decide))],
    ],
  );
  return writeXml([
    'Document',
    [['CstmrPmtStsRpt', [header, original, ...parts]]],
    { xmlns: pain002Namespace },
  ]);
}

function answerOf(transfer: SimulatedPayment, decide: Simulation['decide']): Xml | null {
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
  const at = (...paths: readonly string[]) =>
    paths.map((path) => textAt(entry, path)).find((text) => text !== null) ?? '';
  return {
    endToEndId: at('PmtId/EndToEndId'),
    amountFen: yuanToFen(at('Amt/InstdAmt', 'Amt/EqvtAmt/Amt')) ?? 0n,
    name: at('Cdtr/Nm'),
    accountNumber: at('CdtrAcct/Id/IBAN', 'CdtrAcct/Id/Othr/Id'),
    bankCode: at('CdtrAgt/FinInstnId/BICFI', 'CdtrAgt/FinInstnId/ClrSysMmbId/MmbId'),
    remark: at('RmtInf/Ustrd'),
  };
}

import { type Fen, ok, type Result, yuanToFen } from '#basics';
import { type Node, nodesAt, readXml, textAt, type UnfitXml, unfit } from './read-xml.ts';

const pain002 = (version: string) => `urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}`;

export const pain002Namespace = pain002('14');

/** The versions that banks answer in; what is read of them stands in the same places. */
export const pain002Namespaces = [pain002('03'), pain002('10'), pain002Namespace] as const;

/** A bank's answer to one of our files. */
export interface BankAnswer {
  readonly messageId: string;
  /** Our file that it is about. */
  readonly originalMessageId: string;
  readonly originalCount: string | null;
  readonly originalSum: string | null;
  readonly status: Status;
  readonly payments: readonly PaymentPart[];
}

export interface Status {
  /** ACSC, RJCT, …; null where the level says nothing. */
  readonly code: string | null;
  readonly reason: string | null;
}

export interface PaymentPart {
  readonly originalPaymentId: string;
  readonly originalCount: string | null;
  readonly originalSum: string | null;
  readonly status: Status;
  readonly lines: readonly AnswerLine[];
}

export interface AnswerLine {
  /** Its place among the lines of the file, from 1. */
  readonly line: number;
  readonly endToEndId: string | null;
  readonly status: Status;
  /** As the file writes it, with its currency; null where it writes none. */
  readonly amount: { readonly text: string; readonly currency: string; readonly fen: Fen | null } | null;
}

/** Reads `pain.002.001.03`, `.10` or `.14`; anything that is not wholly one is refused, and nothing of it is used. */
export function readPain002(text: string): Result<BankAnswer, UnfitXml> {
  const read = readXml(text, pain002Namespaces);
  if (!read.ok) return read;
  const report = nodesAt(read.value.root, 'CstmrPmtStsRpt')[0];
  const group = report && nodesAt(report, 'OrgnlGrpInfAndSts')[0];
  const messageId = report && textAt(report, 'GrpHdr/MsgId');
  const originalMessageId = group && textAt(group, 'OrgnlMsgId');
  if (!messageId || !originalMessageId) return unfit('GrpHdr/MsgId, OrgnlGrpInfAndSts/OrgnlMsgId');
  return ok({
    ...{ messageId, originalMessageId, ...stated(group) },
    status: statusOf(group, 'GrpSts'),
    payments: partsOf(report),
  });
}

function partsOf(report: Node): readonly PaymentPart[] {
  let line = 0;
  return nodesAt(report, 'OrgnlPmtInfAndSts').map((part) => ({
    originalPaymentId: textAt(part, 'OrgnlPmtInfId') ?? '',
    ...stated(part),
    status: statusOf(part, 'PmtInfSts'),
    lines: nodesAt(part, 'TxInfAndSts').map((entry) => {
      line += 1;
      return lineOf(entry, line);
    }),
  }));
}

function lineOf(entry: Node, line: number): AnswerLine {
  const amount = [
    ...nodesAt(entry, 'OrgnlTxRef/Amt/InstdAmt'),
    ...nodesAt(entry, 'OrgnlTxRef/Amt/EqvtAmt/Amt'),
  ][0];
  return {
    line,
    endToEndId: textAt(entry, 'OrgnlEndToEndId'),
    status: statusOf(entry, 'TxSts'),
    amount: amount
      ? { text: amount.text, currency: amount.attributes.Ccy ?? '', fen: yuanToFen(amount.text) }
      : null,
  };
}

function stated(node: Node) {
  return { originalCount: textAt(node, 'OrgnlNbOfTxs'), originalSum: textAt(node, 'OrgnlCtrlSum') };
}

function statusOf(node: Node, name: string): Status {
  const reason = textAt(node, 'StsRsnInf/Rsn/Cd') ?? textAt(node, 'StsRsnInf/Rsn/Prtry');
  return { code: textAt(node, name), reason };
}

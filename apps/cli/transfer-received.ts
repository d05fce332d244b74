import type { Caller } from '#business/access/public';
import {
  printReceived,
  printTransferReceipt,
  type ReceiptContext,
  type ReceivingContext,
  readTransferReceipt,
  showReceived,
  type TransferReceipt,
} from '#business/transfer';
import { conclude, type ExitCode, type Frame, say } from './frame.ts';
import { writePrinted } from './letters.ts';

/** `suixing transfer received NUMBER MESSAGE`: a copy of what the other agency said. */
export async function printReceivedOf(
  frame: Frame,
  asked: {
    readonly agency: ReceivingContext;
    readonly caller: Caller;
    readonly number: string;
    readonly messageId: string;
    readonly language: 'zh' | 'en' | null;
    readonly html: boolean;
    readonly out: string | null;
  },
): Promise<ExitCode> {
  const { agency: context, html, out, ...copy } = asked;
  frame.shown?.add(copy.number);
  const printed = html
    ? await showReceived(context.database, { ...copy, context })
    : await printReceived(context.database, { ...copy, context });
  return writePrinted(frame, { printed, name: copy.messageId, out });
}

/** `suixing transfer receipt NUMBER [--out FILE]`: told in words, or printed. */
export async function giveReceipt(
  frame: Frame,
  asked: {
    readonly agency: ReceiptContext;
    readonly caller: Caller;
    readonly number: string;
    readonly language: 'zh' | 'en' | null;
    readonly out: string | null;
  },
): Promise<ExitCode> {
  const { agency: context, out, ...receipt } = asked;
  frame.shown?.add(receipt.number);
  if (out === null) {
    const told = await readTransferReceipt(context.database, { ...receipt, context });
    return conclude(frame, told, (value) => receiptWords(frame, value));
  }
  const printed = await printTransferReceipt(context.database, { ...receipt, context });
  return writePrinted(frame, { printed, name: receipt.number, out });
}

function receiptWords(frame: Frame, told: TransferReceipt): string {
  const { number, title, trackingCode, receivedOn, certificate, next, ask } = told;
  return [
    `${number}  ${say(frame, title)}  ${receivedOn}`,
    say(frame, { zh: `查询码：${trackingCode}`, en: `tracking code: ${trackingCode}` }),
    ...(certificate
      ? [
          say(frame, {
            zh: `参保凭证：${certificate.number}，有效期至 ${certificate.validUntil}`,
            en: `certificate: ${certificate.number}, valid until ${certificate.validUntil}`,
          }),
        ]
      : []),
    ...next.map((step, at) => `  ${at + 1}. ${say(frame, step)}`),
    say(frame, ask),
  ].join('\n');
}

import type { Caller } from '#business/access/public';
import { printReceived, type ReceivingContext, showReceived } from '#business/transfer';
import type { ExitCode, Frame } from './frame.ts';
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

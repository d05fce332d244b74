import {
  type BalanceRefusal,
  passSheet,
  proposeRefusal,
  proposeSheet,
  recordDoubtfulSheet,
  refuseBalanceByHand,
} from '#business/transfer';
import type { ExitCode, Frame } from './frame.ts';
import { step } from './transfer-step.ts';
import type { OnCase } from './transfers.ts';

/** `suixing transfer propose-refusal NUMBER --code CODE --basis TEXT [--text ZH --text-en EN] [--sent-back REFERENCE]`. */
export function proposeToRefuse(
  frame: Frame,
  { agency: context, ...asked }: OnCase & { readonly refusal: BalanceRefusal },
): Promise<ExitCode> {
  return step(frame, { ...asked, agency: context }, (tx) => proposeRefusal(tx, { ...asked, context }));
}

/** `suixing transfer refuse-balance NUMBER`. */
export function refuseTheBalance(frame: Frame, { agency: context, ...doing }: OnCase): Promise<ExitCode> {
  return step(frame, { ...doing, agency: context }, (tx) => refuseBalanceByHand(tx, { ...doing, context }));
}

/** A step about the sheet that was read, by its message. */
type OnSheet = OnCase & { readonly messageId: string };

/** What a clerk says of a doubtful sheet, with a reason. */
export const onSheet = { record: recordDoubtfulSheet, 'propose-sheet': proposeSheet } as const;

/** `suixing transfer record|propose-sheet NUMBER --reason TEXT --sheet MESSAGE`. */
export function sayOfSheet(
  frame: Frame,
  asked: OnSheet & { readonly work: keyof typeof onSheet; readonly reason: string },
): Promise<ExitCode> {
  const { agency: context, work, ...doing } = asked;
  return step(frame, { ...doing, agency: context }, (tx) => onSheet[work](tx, { ...doing, context }));
}

/** `suixing transfer let-pass NUMBER --sheet MESSAGE`. */
export function letTheSheetPass(frame: Frame, { agency: context, ...doing }: OnSheet): Promise<ExitCode> {
  return step(frame, { ...doing, agency: context }, (tx) => passSheet(tx, { ...doing, context }));
}

import { type BalanceRefusal, passSheet, proposeRefusal, refuseBalanceByHand } from '#business/transfer';
import type { ExitCode, Frame } from './frame.ts';
import { step } from './transfer-step.ts';
import type { OnCase } from './transfers.ts';

/** `suixing transfer propose-refusal NUMBER --code CODE --basis TEXT [--text ZH --text-en EN] [--sent-back REFERENCE]`. */
export function proposeToRefuse(
  frame: Frame,
  { agency: context, ...asked }: OnCase & { readonly refusal: BalanceRefusal },
): Promise<ExitCode> {
  return step(frame, context, (tx) => proposeRefusal(tx, { ...asked, context }));
}

/** `suixing transfer refuse-balance NUMBER`. */
export function refuseTheBalance(frame: Frame, { agency: context, ...doing }: OnCase): Promise<ExitCode> {
  return step(frame, context, (tx) => refuseBalanceByHand(tx, { ...doing, context }));
}

/** `suixing transfer let-pass NUMBER`. */
export function letTheSheetPass(frame: Frame, { agency: context, ...doing }: OnCase): Promise<ExitCode> {
  return step(frame, context, (tx) => passSheet(tx, { ...doing, context }));
}

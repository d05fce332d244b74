import { closeNotCompleted, confirmPayee, objectToDecision, withdrawObjection } from '#business/withdrawal';
import { type CaseOnDesk, step } from './case.ts';
import type { ExitCode, Frame } from './frame.ts';

/** `suixing case close NUMBER --reason TEXT`: the papers did not come, although the applicant was reminded. */
export function closeCase(frame: Frame, asked: CaseOnDesk & { readonly reason: string }): Promise<ExitCode> {
  return step(frame, asked, (tx, doing) => closeNotCompleted(tx, { ...doing, reason: asked.reason }));
}

/** `suixing case confirm NUMBER`: whom late money is paid to, as the applicant says at the window. */
export function confirmCase(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  return step(frame, asked, (tx, doing) => confirmPayee(tx, doing));
}

/** `suixing case object NUMBER --reason TEXT`: somebody does not agree with the decision. */
export function objectToCase(
  frame: Frame,
  asked: CaseOnDesk & { readonly reason: string },
): Promise<ExitCode> {
  return step(frame, asked, (tx, doing) => objectToDecision(tx, { ...doing, reason: asked.reason }));
}

/** `suixing case drop-objection NUMBER`. */
export function dropObjection(frame: Frame, asked: CaseOnDesk): Promise<ExitCode> {
  return step(frame, asked, (tx, doing) => withdrawObjection(tx, doing));
}

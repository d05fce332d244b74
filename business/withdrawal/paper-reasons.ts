import { type RejectReason, rejectReasons } from '#business/materials/public';

/** Why a paper that was handed in does not serve: the reasons of every verdict on a paper. */
export function isPaperReason(code: string): code is RejectReason {
  return Object.hasOwn(rejectReasons, code);
}

/** A paper that must come again, and why. */
export interface RejectedPaper {
  readonly materialId: string;
  readonly reason: RejectReason;
}

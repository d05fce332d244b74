export {
  paperObstacle,
  type RejectReason,
  rejectReasonCodes,
  rejectReasons,
  type WhyNot,
  whyNot,
  whyPaperDoesNotCount,
} from './reasons.ts';
export { type MaterialsCode, materialsRefusals } from './refusals.ts';
export type { ReusedPaper } from './reused-paper.ts';
export { isOwnReference, notApplyingMark, ownReference, toldReference } from './told-reference.ts';

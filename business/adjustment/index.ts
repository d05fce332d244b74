export {
  type Adjustment,
  type AdjustmentEffect,
  type AdjustmentKind,
  type AdjustmentState,
  adjustmentKinds,
  type Counter,
  type CreditBucket,
  kindNames,
} from './adjustment.ts';
export { type AdjustmentDecision, decideAdjustment } from './confirm-adjustment.ts';
export type { AdjustmentContext } from './context.ts';
export { adjustmentAt, adjustmentsOfPerson, listWaitingAdjustments } from './read-adjustments.ts';
export { type AdjustmentCode, adjustmentRefusals } from './refusals.ts';
export { type AdjustmentPlace, type AdjustmentWish, requestAdjustment } from './request-adjustment.ts';

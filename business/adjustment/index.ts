export {
  type Adjustment,
  type AdjustmentEffect,
  type AdjustmentKind,
  type AdjustmentState,
  adjustmentKinds,
  type Counter,
  type CreditBucket,
  counters,
  creditBuckets,
  kindNames,
} from './adjustment.ts';
export { adjustmentChains } from './chained.store.ts';
export { type AdjustmentDecision, decideAdjustment } from './confirm-adjustment.ts';
export type { AdjustmentContext } from './context.ts';
export { listOwed } from './list-owed.ts';
export { adjustmentProofs } from './proofs.ts';
export { adjustmentAt, adjustmentsOfPerson, listWaitingAdjustments } from './read-adjustments.ts';
export type { Owed } from './recoverable.store.ts';
export { type AdjustmentCode, adjustmentRefusals } from './refusals.ts';
export { type AdjustmentPlace, type AdjustmentWish, requestAdjustment } from './request-adjustment.ts';
export { adjustmentOperations } from './routes.ts';

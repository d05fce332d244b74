export {
  type SimulatedDecision,
  type SimulatedPayment,
  type Simulation,
  simulateBank,
} from './bank-simulator.ts';
export { type BatchBuilt, type BatchWish, batchLimit, buildBatch } from './build-batch.ts';
export type { PaymentsContext } from './context.ts';
export { type BatchFile, exportBatch } from './export-batch.ts';
export { type HeirPayee, recordHeirPayee } from './heir-payee.ts';
export { type AnswerOutcome, type AnswerReport, importAnswer } from './import-answer.ts';
export { type OutgoingPayment, type PaymentFile, writePain001 } from './pain001.ts';
export {
  type CorrectedPayee,
  correctPayee,
  type PayeeAccount,
  type PayeeOfCase,
  recordPayee,
} from './payee.ts';
export type {
  Batch,
  BatchLine,
  CaseMoves,
  DebtorAccount,
  DueOrder,
  PayeeCorrected,
  PaymentAnswered,
  PaymentReleased,
} from './payment.ts';
export { paymentsProofs } from './proofs.ts';
export { type PaymentsCode, paymentsRefusals } from './refusals.ts';
export { releaseBatch } from './release-batch.ts';
export { paymentsOperations } from './routes.ts';
export {
  findBatch,
  listBatches,
  type OrderStanding,
  ordersDue,
  ordersOfCase,
  personsOfBatch,
} from './store.ts';

export { accountsAlike } from './accounts-alike.ts';
export { agencyPayeeOf } from './agency-payee.store.ts';
export { type AgencyPayee, accountFigures, nameAgencyPayee } from './agency-payee.ts';
export { approvalsNeeded, approveBatch, type BatchApproved } from './approve-batch.ts';
export {
  type ReadOrder,
  readPain001,
  type SimulatedDecision,
  type SimulatedPayment,
  type Simulation,
  simulateBank,
} from './bank-simulator.ts';
export { type BatchBuilt, type BatchWish, batchLimit, buildBatch } from './build-batch.ts';
export type { PaymentsContext } from './context.ts';
export { endToEndId } from './end-to-end-id.ts';
export { type BatchFile, exportBatch } from './export-batch.ts';
export { giveUpBatch } from './give-up-batch.ts';
export { type HeirPayee, recordHeirPayee } from './heir-payee.ts';
export { type AnswerOutcome, type AnswerReport, importAnswer } from './import-answer.ts';
export { importBankFile } from './import-bank-file.ts';
export { importStatement, type StatementReport } from './import-statement.ts';
export { type OutgoingPayment, type PaymentFile, writePain001 } from './pain001.ts';
export { type CorrectedPayee, correctPayee, type PayeeOfCase, recordPayee } from './payee.ts';
export {
  doubtsAbout,
  type PayeeAccount,
  type PayeeDoubt,
  type ToldDoubt,
  tellDoubts,
  tidyAccount,
} from './payee-account.ts';
export { payeeProblems } from './payee-problems.ts';
export { payeeBegun, payeeSchema, payeeShown } from './payee-schema.ts';
export type {
  Batch,
  BatchLine,
  CaseMoves,
  DebtorAccount,
  DueOrder,
  PaidCase,
  PayeeCorrected,
  PaymentAnswered,
  PaymentReleased,
} from './payment.ts';
export { paymentsProofs } from './proofs.ts';
export { readPayeeAccount } from './read-payee.ts';
export { type PaymentsCode, paymentsRefusals } from './refusals.ts';
export { referenceOf, remittanceText } from './remittance.ts';
export { bankStanding, unstatedEntries } from './resolution.store.ts';
export {
  decideResolution,
  type ResolutionKind,
  readLineId,
  requestResolution,
  resolutionKinds,
} from './resolve-line.ts';
export { paymentsOperations } from './routes.ts';
export { showLine } from './routes-bank.ts';
export { notSentBackFrom } from './sent-back-accounts.ts';
export {
  type BankProfile,
  type BankState,
  bankDay,
  bankProfiles,
  type Coming,
  newBank,
  receiveMoney,
  type Treatment,
} from './simulated-bank.ts';
export { findLine, linesInSuspense, listStatements } from './statement.store.ts';
export {
  findBatch,
  listBatches,
  type OrderStanding,
  ordersDue,
  ordersOfCase,
  personsOfBatch,
} from './store.ts';
export { type WrittenEntry, writeCamt053 } from './write-camt053.ts';

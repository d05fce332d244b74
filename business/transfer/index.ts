export { applyWord, passingRefusals } from './apply-word.ts';
export { type ArrivalApplication, applyForArrival } from './arriving/apply-for-arrival.ts';
export { checkArrival } from './arriving/check-arrival.ts';
export { confirmArrival } from './arriving/confirm-arrival.ts';
export { creditArrivals } from './arriving/credit-arrival.ts';
export { cancelTransfer } from './cancel-transfer.ts';
export { askForCorrection, closeDifference, sendSheetAgain } from './clerk-steps.ts';
export type { OpenWithdrawal, TransferContext, TransferDesk } from './context.ts';
export { applyForDeparture, checkDeparture } from './departing/apply-for-departure.ts';
export { settleWaitingDepartures } from './departing/go-on-with-balance.ts';
export { departurePaymentMoves } from './departing/payment-moves.ts';
export type { PreCheck } from './pre-check.ts';
export {
  listTransfers,
  readTransfer,
  readTransferHistory,
  type TransferItem,
  type TransferView,
} from './read-transfer.ts';
export { transferRefusals } from './refusals.ts';
export { type ReminderRun, remindPartners } from './remind-partners.ts';
export { transferOperations } from './routes.ts';
export type { Effect, Word } from './word.ts';

export {
  type AcceptanceWithdrawal,
  type Accepting,
  findTransfer,
  findTransferById,
  type Transfer,
  type TransferOpening,
} from './acceptance.store.ts';
export { acceptTransfer, openTransfer, withdrawAcceptance } from './acceptance.ts';
export { type ArrivalFacts, type Continuity, continuityOf } from './arrival/continuity.ts';
export {
  type CountedMonths,
  type CountedOverlap,
  type CountedPeriod,
  countMonths,
  type MonthTotals,
} from './arrival/count-months.ts';
export { monthsBetween, spanOf } from './arrival/months.ts';
export { type ArrivalTold, figureValue } from './arrival/tell-arrival.ts';
export { arrivalProcess } from './arrival.ts';
export { type ArrivalApplication, applyForArrival } from './arriving/apply-for-arrival.ts';
export { checkArrival } from './arriving/check-arrival.ts';
export { confirmArrival } from './arriving/confirm-arrival.ts';
export { creditArrivals } from './arriving/credit-arrival.ts';
export { notConfirmed } from './arriving/step-not-coming.ts';
export { tellAccount } from './arriving/tell-account.ts';
export { cancelTransfer } from './cancel-transfer.ts';
export { transferChains } from './chained.store.ts';
export {
  answerReminder,
  askForCorrection,
  closeDifference,
  lookAgain,
  sendSheetAgain,
} from './clerk-steps.ts';
export { closeTransfersByDeath } from './close-by-death.ts';
export type { OpenWithdrawal, TransferContext, TransferDesk, WhyNoWithdrawal } from './context.ts';
export { listMatches, listMoney, type MatchItem, type MoneyItem } from './deciding/list-money.ts';
export { decideMatch, matchMoney } from './deciding/match-money.ts';
export { passSheet, proposeSheet, recordDoubtfulSheet, returnSheet } from './deciding/pass-sheet.ts';
export type { MoneyHere, TransferDeskView } from './deciding/read-desk.ts';
export {
  type BalanceRefusal,
  proposeRefusal,
  refuseBalanceByHand,
  returnRefusal,
} from './deciding/refuse-by-hand.ts';
export { lateReasons } from './departing/answer-late-letter.ts';
export { applyForDeparture, checkDeparture } from './departing/apply-for-departure.ts';
export { settleWaitingDepartures } from './departing/go-on-with-balance.ts';
export { leaveBalance, openWithdrawalByHand } from './departing/pay-out.ts';
export { departurePaymentMoves } from './departing/payment-moves.ts';
export { unknownPerson } from './departing/unknown-person.ts';
export { departureProcess } from './departure.ts';
export { transferDone } from './done-words.ts';
export { paidOutOn } from './follow-ups.ts';
export type { AccountDetails } from './messages/account-details.ts';
export type { BalanceCredited } from './messages/balance-credited.ts';
export type { BalanceRefused } from './messages/balance-refused.ts';
export {
  type BodyOf,
  isTransferMessage,
  type TransferMessageType,
  transferMessages,
  transferMessageTypes,
} from './messages/catalogue.ts';
export { type Certificate, certificate } from './messages/certificate.ts';
export { makeCertificateNumber } from './messages/certificate-number.ts';
export type { Contact } from './messages/contact.ts';
export type { ContactLetter } from './messages/contact-letter.ts';
export { transferCatalogue } from './messages/exchange-catalogue.ts';
export { figuresOf, type Said } from './messages/figures-of.ts';
export type { InformationSheet } from './messages/information-sheet.ts';
export { type Invalidate, type InvalidationCode, invalidationCodes } from './messages/invalidate.ts';
export { jsonSchemaOf } from './messages/json-schema.ts';
export type { MessageKind } from './messages/message-kind.ts';
export { type MissingThing, missingThings } from './messages/missing-things.ts';
export type { SheetPeriod } from './messages/period.ts';
export type { TransferPerson } from './messages/person.ts';
export { type ReadBody, readBody } from './messages/read-body.ts';
export type { ReceivingAccount } from './messages/receiving-account.ts';
export { type BalanceRefusalCode, balanceRefusalCodes } from './messages/refusal-codes.ts';
export type { Reminder } from './messages/reminder.ts';
export type { RemittanceAdvice } from './messages/remittance-advice.ts';
export { type Scheme, schemeNames } from './messages/scheme.ts';
export type { DeclineReason, TransferDeclined } from './messages/transfer-declined.ts';
export { paidOutName } from './paid-out.ts';
export { type DecidingPaper, decidePaper } from './paper/confirm-paper.ts';
export type { PaperContent } from './paper/content.ts';
export { dropPaper, type KeyedIn, type KeyingIn, keyInPaper } from './paper/key-in-paper.ts';
export { openForLetter } from './paper/open-for-letter.ts';
export { type LetterToPost, listPost, recordPosted } from './paper/post-letter.ts';
export { listPapers, listPapersOf, type PaperItem, type PaperView, readPaper } from './paper/read-papers.ts';
export { blankOf, type ToldField } from './paper/told-fields.ts';
export {
  declineReasons,
  type InFacts,
  type OutFacts,
  type PreCheck,
  type PreCheckReason,
  preCheckIn,
  preCheckOut,
} from './pre-check/pre-check.ts';
export { actorNames, type PreCheckActor, preCheckReasons } from './pre-check/pre-check-reasons.ts';
export { readRegion } from './pre-check/read-region.ts';
export { transferProcesses } from './processes.ts';
export { transferProofs } from './proofs.ts';
export { transferOption } from './public.ts';
export { readStates } from './read-states.ts';
export {
  listTransfers,
  readTransfer,
  readTransferHistory,
  type TransferItem,
  type TransferView,
} from './read-transfer.ts';
export { printTransferReceipt, type ReceiptContext } from './receipt/print-receipt.ts';
export { readTransferReceipt } from './receipt/read-receipt.ts';
export type { TransferReceipt } from './receipt/tell-receipt.ts';
export { printReceived, type ReceivingContext, showReceived } from './received/print-received.ts';
export { type TransferCode, transferRefusals } from './refusals.ts';
export { askAgain, closeUnconfirmed } from './reminding/ask-once-more.ts';
export { type ReminderRun, remindPartners } from './reminding/remind-partners.ts';
export { transferOperations } from './routes.ts';
export { transferReceiptOperations } from './routes-receipt.ts';
export { receivedOperations } from './routes-received.ts';
export { type KeptMonths, keepMonths } from './times/kept-months.ts';
export type { EndedLeg } from './times/leg-times.ts';
export { legsEndedBetween } from './times/legs-ended.ts';
export { transferTimesOperations } from './times/routes.ts';
export { percentile, spreadOf } from './times/spread.ts';
export type { CauseTimes, GroupTimes, TransferTimes } from './times/told-times.ts';
export { type TransferTimesAsked, type TransferTimesContext, transferTimes } from './times/transfer-times.ts';
export { causes, type DelayCause, delayCauses, type LegOutcome, legOutcomes } from './times/words.ts';
export { applyWord, passingRefusals } from './words/apply-word.ts';
export { transferHashedColumns } from './words/hashed-columns.ts';
export {
  findPaper,
  type KeptPaper,
  type KeptWord,
  type PaperDecision,
  type PaperPage,
  type PartnerWord,
  papersToConfirm,
  type WordFigures,
  type WordTaking,
  type WordType,
  wordsInTransfer,
  wordTypes,
} from './words/partner-words.store.ts';
export {
  decidePartnerPaper,
  type PaperKeyedIn,
  recordPartnerPaper,
  takePartnerWord,
} from './words/partner-words.ts';
export type { Effect, Word } from './words/word.ts';

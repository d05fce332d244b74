export {
  owedByBooks,
  paymentUnderWay,
  readAccount,
  readInterestEntries,
  readInterestRates,
} from './account.store.ts';
export type { Account, AccountHold, Journal, Posting } from './account.ts';
export { type AccountDay, accountDays } from './account-days.store.ts';
export type { AccountEntry } from './account-statement.store.ts';
export {
  type AccountOnDay,
  type AccountStatement,
  accountOnDay,
  accountStatement,
} from './account-statement.ts';
export { type Bearing, bearingOf, type DatedRate, interestIndex } from './bearing.ts';
export { passMemory } from './books-pass.store.ts';
export { booksPass, creditsLessDebits } from './books-pass.ts';
export { type BearingLine, type BearingPart, type ExplainedYear, explainYear } from './explain-year.ts';
export { type AsOf, type EntryPlace, entriesOf, type FundEntry, isAccount } from './fund-days.store.ts';
export {
  type FundDay,
  type FundStatement,
  fundBalances,
  fundStatement,
  rollUpFundDays,
} from './fund-days.ts';
export type { HoldPlacing, HoldRelease, Opening, OpeningPosting } from './guards.store.ts';
export { type HoldRefusal, passHold, placeHold, releaseHold } from './holds.ts';
export {
  type Bucket,
  type InterestEntry,
  type InterestYear,
  interestToDate,
  interestYears,
} from './interest.ts';
export { type InterestPosting, interestPostings } from './interest-postings.store.ts';
export {
  type InterestProgress,
  type InterestRun,
  type InterestRunKind,
  type InterestTotals,
  interestRatesText,
  readRuns,
  unfinishedRuns,
} from './interest-run.store.ts';
export {
  decideRun,
  type Execution,
  executeRun,
  type InterestPreview,
  type PreviewWish,
  previewInterest,
  proposeRun,
} from './interest-run.ts';
export { type JournalPage, type JournalPlace, journalsOf } from './journals.store.ts';
export { openAccount, postOpening, stageOpening } from './opening.ts';
export { ledgerProofs } from './proofs.ts';
export { type Purpose, purposeNames, purposes } from './purposes.ts';
export { firstDifference, ratesText, syncInterestRates } from './rates.ts';
export { previewRates, proposeRates } from './rates-run.ts';
export { type LedgerCode, ledgerRefusals } from './refusals.ts';
export { type RunDifference, runDifference } from './run-difference.ts';
export { postingSource } from './sealed.store.ts';
export { closeAccount, type Settled, type Settlement, settleWithdrawal } from './settle.ts';
export {
  type LineOfBank,
  type MatchDecision,
  type MatchPage,
  type MatchRequest,
  matchesToDecide,
  type TakingBack,
  type TransferMatch,
  type TransferMoney,
} from './transfer.store.ts';
export {
  decideTransferMatch,
  receiveTransfer,
  requestTransferMatch,
  settleTransfer,
  type TransferSettled,
  type TransferSettlement,
  takeBackTransfer,
} from './transfer.ts';
export { type AccountTotal, type Equation, equationOf, trialBalance } from './trial-balance.ts';

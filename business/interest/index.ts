export { decideYear, type RunWord } from './approve-run.ts';
export { type CarriedOut, carryOnRuns, carryOutRun, tellRun } from './carry-out-run.ts';
export {
  previewRatesChange,
  proposeRatesChange,
  type RatesToChange,
  type RatesWish,
} from './change-rates.ts';
export type { InterestContext } from './context.ts';
export {
  type ExplainedLine,
  type ExplainedPart,
  explainInterest,
  type InterestExplanation,
} from './explain-interest.ts';
export { previewYear, proposeYear, type YearWish } from './propose-run.ts';
export { ratesOf } from './rates-of-law.ts';
export { lastRatesRun, listRuns, runById, runOfYear } from './read-runs.ts';
export { type InterestCode, interestRefusals } from './refusals.ts';
export { interestOperations } from './routes.ts';
export { type RunState, showCarriedOut, showRun, showTotals, stateOfRun } from './show-run.ts';

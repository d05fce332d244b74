export { decideYear, type RunWord } from './approve-run.ts';
export { type CarriedOut, carryOnRuns, carryOutRun, tellRun } from './carry-out-run.ts';
export type { InterestContext } from './context.ts';
export { previewYear, proposeYear, type YearWish } from './propose-run.ts';
export { listRuns, runById, runOfYear } from './read-runs.ts';
export { type InterestCode, interestRefusals } from './refusals.ts';
export { interestOperations } from './routes.ts';
export { type RunState, showCarriedOut, showRun, showTotals, stateOfRun } from './show-run.ts';

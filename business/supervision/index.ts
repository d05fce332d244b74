export { supervisionChains } from './chained.store.ts';
export { decideStep, type StepDecision } from './confirm-step.ts';
export type { SupervisionContext } from './context.ts';
export {
  type Demand,
  type Measure,
  type MeasureState,
  type MeasureStep,
  measureStates,
  recoveryOrigins,
} from './measure.ts';
export { type OpenMatters, openMattersOf } from './open-matters.ts';
export { supervisionProofs } from './proofs.ts';
export { type Grounds, proposeLifting, proposeMeasure, type StepPlace } from './propose-step.ts';
export { listSteps, measuresOf } from './read-measures.ts';
export { type MoneyToRecover, type Recovered, recoverMoney, takeInReceipt } from './recover-money.ts';
export { type SupervisionCode, supervisionRefusals } from './refusals.ts';
export { supervisionOperations } from './routes.ts';

export { assigneeAfter, assignmentActions, type Holder } from './assignment.ts';
export {
  type AvailableAction,
  availableActions,
  doerNames,
  type MayNot,
  mayAct,
  type Standing,
} from './available-actions.ts';
export { makeCaseNumber, readCaseNumber } from './case-number.ts';
export { checkProcess, waysOut } from './check-process.ts';
export {
  type AskedMaterial,
  checklist,
  type HeldPapers,
  type JudgedPaper,
  missingOf,
  namesOf,
  type PaperState,
  reasonsOf,
  requestAnswered,
  uncheckedOf,
} from './checklist.ts';
export { type Deadline, deadlineOf, type TimedStep, type WorkingDays } from './deadline.ts';
export { type Delay, delayOf, isOverdue } from './delay.ts';
export { diagram } from './diagram.ts';
export {
  type ActionRule,
  type Actor,
  type ActorKind,
  type Doer,
  declarationOf,
  isDoer,
  type Process,
  type State,
  type Target,
  targetOf,
} from './process.ts';
export { type CaseworkCode, caseworkRefusals } from './refusals.ts';
export { reviewDone } from './review/done-words.ts';
export { reviewProcess } from './review/review-process.ts';
export { type Step, stateAfter } from './state-after.ts';
export { partsWithin, type Stretch } from './stretch.ts';
export { type Waiting, waitingNames, waitsFor } from './waits-for.ts';

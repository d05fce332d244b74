export { type Act, act } from './act.ts';
export { type Assigning, handOver, release, takeOver } from './assign.ts';
export { assigneeAfter, assignmentActions, type Holder } from './assignment.ts';
export {
  type AvailableAction,
  availableActions,
  doerNames,
  type MayNot,
  mayAct,
  type Standing,
} from './available-actions.ts';
export type {
  CaseAction,
  CaseFile,
  CaseMaterial,
  ChainedAction,
  Channel,
  Json,
  JsonObject,
} from './case.ts';
export { makeCaseNumber, readCaseNumber } from './case-number.ts';
export { casesInStates } from './cases-in-states.ts';
export { actionHash, firstBrokenLink, openingHash } from './chain.ts';
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
export { decisionsOf } from './decision.store.ts';
export { type Approval, type Decision, decisionDigest, type Grounds, type Outcome } from './decision.ts';
export { approveDecision, pendingDecision, proposeDecision } from './decisions.ts';
export { type Delay, delayOf, isOverdue, type Resting } from './delay.ts';
export { diagram } from './diagram.ts';
export { carryMaterials, openFollowUp } from './follow-up.ts';
export { type HistoryEntry, historyOf } from './history.ts';
export { holderOf, officersNamed } from './holders.store.ts';
export type { DecisionLimit } from './limits.store.ts';
export { limitFigures, syncDecisionLimits, withWhoMay } from './limits.ts';
export { type CasePage, listCases } from './list-cases.ts';
export { type Move, movesOf } from './moves.ts';
export { type Objection, objectionsOf } from './objection.store.ts';
export { endObjection, recordObjection, setAsideApproval } from './objections.ts';
export { type Opening, openCase } from './open-case.ts';
export { followersOf, type ParentLink, parentOf } from './parent.store.ts';
export { personsOfCase } from './persons-of-case.ts';
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
export { caseworkProofs } from './proofs.ts';
export { provideMaterial } from './provide-material.ts';
export { type Receipt, type ReceiptParts, receiptOf } from './receipt.ts';
export { type CaseworkCode, caseworkRefusals } from './refusals.ts';
export { type Approved, type Approving, approveProposal, sendBack } from './review/approve.ts';
export { reviewDone } from './review/done-words.ts';
export { askForMissing, type GivenPaper, handInPaper } from './review/papers.ts';
export { proposeOutcome } from './review/propose.ts';
export {
  type Procedure,
  type Reviewing,
  systemActor,
  takenUp,
  takeStep,
  type WeighedReview,
} from './review/review.ts';
export { reviewProcess } from './review/review-process.ts';
export { caseActionSource } from './sealed.store.ts';
export { spokenIn } from './spoken.store.ts';
export { objectOf, type Stage, stagesOf } from './stages.ts';
export { type Step, stateAfter } from './state-after.ts';
export {
  actionsOf,
  caseById,
  casesOfOwner,
  casesPast,
  findCase,
  materialsOf,
  setRuleVersion,
} from './store.ts';
export { partsWithin, type Stretch } from './stretch.ts';
export { isTrackingCode, trackingCodeOf } from './tracking-code.ts';
export { type Difference, hex, type Verification, verifyStage } from './verify-stage.ts';
export { type Waiting, waitingNames, waitsFor } from './waits-for.ts';

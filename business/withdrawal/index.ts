export { type Apart, apartAmong, apartOf } from './apart.ts';
export { type Application, applyForWithdrawal } from './apply-for-withdrawal.ts';
export { type Approving, approveOrSendBack, approveWithdrawalDecision } from './approve-decision.ts';
export type { Doing, WithdrawalContext } from './context.ts';
export { withdrawalDone } from './done-words.ts';
export type { DraftContent } from './draft.ts';
export {
  beginDraft,
  type DraftView,
  discardDraft,
  expireDrafts,
  listDrafts,
  openDraftCase,
  readDraft,
  readDraftContent,
  saveDraft,
  submitDraft,
} from './drafts.ts';
export type { HeirStep } from './estate-step.ts';
export { type ExplainedStage, type Explanation, explainWithdrawal } from './explain-withdrawal.ts';
export { nameHeirPayee } from './heir-accounts.ts';
export { decideDivisionAnew, divideEstate } from './heir-division.ts';
export { heirLetterOperations } from './heir-link-routes.ts';
export { keepContactByLink, nameAccountByLink, sayByLink } from './heir-links.ts';
export { contact as newHeirContact, newDivision, newSuccessor } from './heir-schemas.ts';
export { hearHeir } from './heir-words.ts';
export { addHeir } from './heirs.ts';
export { listLettersByLink, printLetterByLink } from './letters-by-link.ts';
export { type NewPayee, namePayee, readNewPayee } from './name-payee.ts';
export { objectToDecision, withdrawObjection } from './object.ts';
export { openAfterTransfer, whyNotAfterTransfer } from './open-after-transfer.ts';
export { openFollowUps } from './open-follow-ups.ts';
export type { RejectedPaper } from './paper-reasons.ts';
export { withdrawalPapers } from './papers-of-case.ts';
export { isResting } from './part-paid.store.ts';
export { paymentMoves } from './payment-moves.ts';
export { withdrawalProofs } from './proofs.ts';
export { proposeWithdrawalDecision } from './propose-decision.ts';
export { filePaper, type NewPaper } from './provide-material.ts';
export { giveLinkToHeir, keepHeirContact } from './reach-heir.ts';
export { type HeirsView, readHeirs } from './read-heirs.ts';
export { readHistory } from './read-history.ts';
export {
  listWithdrawals,
  readWithdrawal,
  type WithdrawalItem,
  type WithdrawalView,
} from './read-withdrawal.ts';
export { withdrawalRefusals } from './refusals.ts';
export { remindApplicants } from './remind-applicants.ts';
export { requestMaterials } from './request-materials.ts';
export { returnToMaker } from './return-to-maker.ts';
export { withdrawalOperations } from './routes.ts';
export { type HeirSeen, readByLink } from './see-by-link.ts';
export { type SettlementRun, settleAllApproved, settleApproved } from './settle-withdrawal.ts';
export { heirsWays } from './share-words.ts';
export { closeNotCompleted, stopWaiting } from './stop-waiting.ts';
export { confirmPayee, submitApplication } from './submit-application.ts';
export { takeUpWithdrawal } from './take-up.ts';
export { statusNames } from './tell-findings.ts';
export type { TellingContext } from './telling/announce.ts';
export { withdrawApplication } from './withdraw-application.ts';
export { withdrawalProcess } from './withdrawal.ts';

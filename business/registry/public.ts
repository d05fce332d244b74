export {
  happened,
  hasDied,
  hasNotDied,
  insuranceStopped,
  isForeigner,
  notRetired,
  retired,
} from './circumstances.ts';
export { insuranceStoppedBy, nothingOpen } from './common-conditions.ts';
export { countries } from './countries.ts';
export { factList, facts } from './fact-list.ts';
export {
  type AssessmentRequest,
  type BalanceAnswer,
  balanceAnswers,
  type Facts,
  type LeavingPurpose,
  leavingPurposes,
  type RelationshipStatus,
  relationshipStatuses,
} from './facts.ts';
export { identityDocument } from './identity-material.ts';
export { legalBasis } from './legal-basis.ts';
export { type HasRules, type Reading, readFacts } from './read-facts.ts';

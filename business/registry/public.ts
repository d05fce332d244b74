export { checkCharacter } from './check-character.ts';
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
export { creditCodeCheck, readCreditCode } from './credit-code.ts';
export { factList, facts } from './fact-list.ts';
export {
  type AssessmentRequest,
  type BalanceAnswer,
  balanceAnswers,
  type Facts,
  filingGroups,
  type LeavingPurpose,
  leavingPurposes,
  type RelationshipStatus,
  relationshipStatuses,
} from './facts.ts';
export {
  type GivenIdentity,
  type IdentityDocument,
  type IdentityKind,
  identityKinds,
  type Read,
  readIdentity,
} from './identity.ts';
export { identityDocument } from './identity-material.ts';
export { legalBasis } from './legal-basis.ts';
export { maskEmail, maskName, maskNumber, maskPhone, numberTail } from './masks.ts';
export { emailWrong, organisationNameWrong, personNameWrong } from './names.ts';
export { numberInText } from './number-in-text.ts';
export { countPaidMonths, type PaidPeriod } from './paid-months.ts';
export { type HasRules, type Reading, readFacts } from './read-facts.ts';
export type { RecordEntry, RecordKind, Standing } from './record-entry.ts';
export { sameName } from './same-name.ts';
export type { Situation } from './situation.ts';

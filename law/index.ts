export { type DatedFigure, type DatedValue, valueOn } from './dated.ts';
export { decisionLimitFen } from './decision-limit.ts';
export { type Grade, gradeMeanings } from './grades.ts';
export { type HolidayYear, holidays } from './holidays.ts';
export { type InterestBucket, type InterestRule, interestRule } from './interest.ts';
export { paperRetentionMonths, paperValidityMonths, unusedPaperRetentionMonths } from './papers.ts';
export {
  answerWorkingDays,
  draftDays,
  draftWarningDays,
  objectionDays,
  objectionWorkingDays,
  reminderWorkingDays,
} from './procedure.ts';
export { citation, type Provision, provision, provisions } from './provisions.ts';
export { lawsuitMonths, reconsiderationDays } from './remedies.ts';
export {
  heirlessDestination,
  heirlessNoticeDays,
  paymentAfterDeath,
  smallEstateFen,
  successionFigures,
} from './succession.ts';
export { cardLockBases, type MeasureKind, measureBases, measureKinds } from './supervision.ts';
export {
  registrationWorkingDays,
  transferInWorkingDays,
  transferOutWorkingDays,
  treatmentFilingWorkingDays,
  withdrawalWorkingDays,
} from './working-days.ts';

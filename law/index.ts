export { type DatedFigure, type DatedValue, valueOn } from './dated.ts';
export { decisionLimitFen } from './decision-limit.ts';
export { fixedHolidays, holidaysWithoutNotice } from './fixed-holidays.ts';
export { type Grade, gradeMeanings } from './grades.ts';
export { type HolidayYear, holidays } from './holidays.ts';
export { type InterestBucket, type InterestRule, interestRule, nationalInterest } from './interest.ts';
export { paperRetentionMonths, paperValidityMonths, unusedPaperRetentionMonths } from './papers.ts';
export {
  answerWorkingDays,
  draftDays,
  draftWarningDays,
  objectionDays,
  objectionWorkingDays,
  reminderWorkingDays,
} from './procedure.ts';
export { type Province, provinceOf, provinces } from './provinces.ts';
export { citation, type Provision, provision, provisions } from './provisions.ts';
export type { ArrivalRule } from './regions/arrival-rule.ts';
export { numberPrefixOf, regionName, regionPack, regionPacks } from './regions/packs.ts';
export type { RegionPack } from './regions/region-pack.ts';
export { isSimulatedRegion } from './regions/simulated.ts';
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
  partnerAnswerWorkingDays,
  partnerRemindersAtMost,
  partnerReminderWorkingDays,
} from './transfer-answers.ts';
export {
  certificateValidityMonths,
  longestWaitingMonths,
  nationalContinuousMonths,
  nationalMakeUpGapMonths,
} from './transfer-arrival.ts';
export {
  registrationWorkingDays,
  transferInWorkingDays,
  transferOutWorkingDays,
  treatmentFilingWorkingDays,
  withdrawalWorkingDays,
} from './working-days.ts';

export { approveAbandonment, requestAbandonment } from './abandon-import.ts';
export { type CorrectionDecision, decideCorrection } from './approve-correction.ts';
export {
  approveImport,
  type ImportApproval,
  type ImportOnRecord,
  importById,
  listImports,
} from './approve-import.ts';
export { type AsOf, readAsOf } from './as-of.ts';
export { registryChains } from './chained.store.ts';
export { contactWrong, tidyContact } from './check-change.ts';
export { checkEntry } from './check-entry.ts';
export { decideFact, type FactDecision } from './confirm-fact.ts';
export type { OnDeath, RegistryContext } from './context.ts';
export type { PlaceInTime, WishRow } from './correction.store.ts';
export { type Change, changeSchema } from './correction.ts';
export { type EmployerRow, employerById, employerWithCode } from './employers.store.ts';
export { endRelationship } from './end-relationship.ts';
export {
  findDoubles,
  judgeDouble,
  type ListedDouble,
  listDoubles,
  type PairPlace,
} from './find-doubles.ts';
export { type FoundEmployers, findEmployers } from './find-employers.ts';
export { findPersonByIdentity, identityHashes, identityHashesByKey } from './find-person.ts';
export { fitsIdentity } from './fits-identity.ts';
export { registryHashedColumns } from './hashed-columns.ts';
export { importMonths } from './import-months.ts';
export { importPeople } from './import-people.ts';
export type { ImportKindName, ImportProgress, ImportReport, LineRemark } from './import-report.ts';
export type { ImportRequest } from './import-run.ts';
export {
  correctionHistory,
  correctionsWaiting,
  type ListedCorrection,
  wishesWaiting,
  wishHistory,
} from './list-corrections.ts';
export { factsOf, factsWaiting, type ListedFact, type Page } from './list-facts.ts';
export { maskName } from './masks.ts';
export type { MergeRow } from './merge.store.ts';
export {
  approveMerge,
  type ListedMerge,
  type MergeDecision,
  type MergePlace,
  mergeHistory,
  mergesWaiting,
  requestMerge,
  requestUnmerge,
} from './merge-records.ts';
export { namesNow } from './names-now.ts';
export { type OwnNumbers, readOwnNumbers } from './own-numbers.ts';
export { documentsOf, employmentsOf, personById, personsById, personToTell } from './person.store.ts';
export { type PersonCard, personCard } from './person-card.ts';
export { type PersonRecord, personRecord, type ToldFact } from './person-record.ts';
export { registryProofs } from './proofs.ts';
export { readChange, readRecordEntry } from './read-json.ts';
export { type BasedPeriod, basedPeriodsOf, lockRecords, periodsOf } from './record.store.ts';
export { recordDecided, recordFiling, recordFilingLapsed } from './record-by-case.ts';
export { recordSchema } from './record-entry.ts';
export { type FactPlace, type FactToRecord, recordFact } from './record-fact.ts';
export { recordArrivedMonths, recordTransferBalance } from './record-transfer.ts';
export { recordsOf, survivorOf } from './records-of.store.ts';
export { type RegistryCode, registryRefusals } from './refusals.ts';
export {
  type CorrectionPlace,
  type CorrectionRequest,
  requestCorrection,
} from './request-correction.ts';
export { rosterOf, type StaffMember, worksFor } from './roster.ts';
export { registryOperations } from './routes.ts';
export { situationOf, standingOf } from './situation-of.ts';
export type { SaidHolding } from './true-from.ts';
export { refuseWish, type WishPlace, wishForCorrection } from './wish-for-correction.ts';

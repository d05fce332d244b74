export { type ApprovingEvent, approveEventOrSendBack } from './approve-life-event.ts';
export type { LifeEventContext } from './context.ts';
export { type EventExplanation, explainLifeEvent } from './explain-life-event.ts';
export type { FilingContent } from './filing/filing-content.ts';
export {
  discardFilingDraft,
  type FilingDraft,
  forgetFilingDrafts,
  readFilingDraft,
  saveFilingDraft,
  submitFilingDraft,
} from './filing/filing-draft.ts';
export { lifeEventPapers } from './papers-of-case.ts';
export {
  type LifeEventItem,
  type LifeEventView,
  listLifeEvents,
  readEventHistory,
  readEventReceipt,
  readLifeEvent,
} from './read-life-event.ts';
export { type EventReceiptContext, printEventReceipt } from './receipt/print-event-receipt.ts';
export { eventReceiptOperations } from './receipt/routes-receipt.ts';
export { lifeEventsRefusals } from './refusals.ts';
export { type Report, reportLifeEvent } from './report-life-event.ts';
export { lifeEventOperations } from './routes.ts';
export { staffProofs } from './staff/proofs.ts';
export { listStaffReports, readRoster, readStaffReport, type StaffReportItem } from './staff/read-staff.ts';
export { makeStaffReport } from './staff/report-staff.ts';
export { runStaffReport } from './staff/run-staff-report.ts';
export {
  fileEventPaper,
  proposeOnEvent,
  requestEventPapers,
  returnEvent,
  stopWaitingForEvent,
  takeUpEvent,
  withdrawEvent,
} from './steps.ts';
export { tellOfDeath } from './tell-of-death.ts';

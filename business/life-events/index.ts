export { type ApprovingEvent, approveEventOrSendBack, approveLifeEvent } from './approve-life-event.ts';
export type { LifeEventContext } from './context.ts';
export { lifeEventProcesses } from './processes.ts';
export { lifeEventsRefusals } from './refusals.ts';
export { type Report, reportLifeEvent } from './report-life-event.ts';
export {
  proposeOnEvent,
  provideEventPaper,
  requestEventPapers,
  returnEvent,
  stopWaitingForEvent,
  takeUpEvent,
  withdrawEvent,
} from './steps.ts';

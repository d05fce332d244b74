export { lifeEvents } from './events/all.ts';
export { type LifeEventKind, type LifeEventRule, lifeEventKinds } from './life-event.ts';
export { lifeEventProcesses } from './processes.ts';
export { lifeEventsRefusals } from './refusals.ts';
export { type Statement, statementSchema } from './statements.ts';

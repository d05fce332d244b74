export { type Log, openLog } from './log.ts';
export { redactKeys, redactText } from './redact.ts';

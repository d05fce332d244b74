export { grounds } from './grounds/all.ts';
export { isPaperReason, type RejectedPaper } from './paper-reasons.ts';
export { withdrawalProcess } from './withdrawal.ts';

export { givenOnline } from './given-online.ts';
export { grounds } from './grounds/all.ts';
export { isPaperReason, type RejectedPaper } from './paper-reasons.ts';
export { objectionTimes, shareObjection } from './remedy-texts.ts';
export { isOfLeaving, saidLeftOn } from './said-left-on.ts';
export { mayBePaidTo } from './same-name.ts';
export { withdrawalProcess } from './withdrawal.ts';

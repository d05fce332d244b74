export { casesOfPerson, type OwnCase, placeOfCase } from './cases-of-person.ts';
export type { TrackingContext } from './context.ts';
export { trackingRefusals } from './refusals.ts';
export { trackingOperations } from './routes.ts';
export type { WhereItIs } from './told.ts';
export { type Factor, trackCase } from './track-case.ts';
export { readTrackingCode } from './tracking-code.ts';

export { arrivalProcess } from './arrival.ts';
export { departureProcess } from './departure.ts';
export { type BalanceLeg, balanceTexts, type Legs, legsIn, legsOut, type RecordLeg, recordTexts } from './legs.ts';
export { transferCategories } from './messages/contact-letter.ts';
export { actorNames } from './pre-check-reasons.ts';
export { transferOption } from './transfer-option.ts';

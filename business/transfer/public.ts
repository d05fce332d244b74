import type { Process } from '#engines/casework/public';
import { arrivalProcess } from './arrival.ts';
import { departureProcess } from './departure.ts';

export {
  type BalanceLeg,
  balanceTexts,
  type Legs,
  legsIn,
  legsOut,
  type RecordLeg,
  recordTexts,
} from './legs.ts';
export { transferCategories } from './messages/contact-letter.ts';
export { actorNames } from './pre-check-reasons.ts';
export { transferOption } from './transfer-option.ts';
export { arrivalProcess, departureProcess };

/** Both procedures of this folder, by their processes' ids. */
export const transferProcesses: Readonly<Record<string, Process>> = {
  [departureProcess.id]: departureProcess,
  [arrivalProcess.id]: arrivalProcess,
};

export { type MissingThing, missingThings } from './messages/missing-things.ts';
export { type BalanceRefusalCode, balanceRefusalCodes } from './messages/refusal-codes.ts';
export { transferCategories } from './messages/transfer-categories.ts';
export { answersToReminders, type OpenReminder, openReminder } from './reminding/reminded.ts';
export type { GroupTimes, TransferTimes } from './times/told-times.ts';
export { type LegOutcome, legOutcomes } from './times/words.ts';
export { transferOption } from './transfer-option.ts';

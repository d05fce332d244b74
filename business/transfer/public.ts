export { type BalanceRefusalCode, balanceRefusalCodes } from './messages/refusal-codes.ts';
export { transferCategories } from './messages/transfer-categories.ts';
export { transferOption } from './transfer-option.ts';

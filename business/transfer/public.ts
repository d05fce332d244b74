export { transferCategories } from './messages/transfer-categories.ts';
export { transferOption } from './transfer-option.ts';

export { transferOption } from './transfer-option.ts';

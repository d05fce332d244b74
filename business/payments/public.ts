export { isBankNumber, namesAnotherBank } from './bank-codes.ts';

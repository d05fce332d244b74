export { countryCodes, isBankNumber, namesAnotherBank } from './bank-codes.ts';
export {
  chargeBearers,
  doubtsAbout,
  type PayeeAccount,
  type ToldDoubt,
  tellDoubts,
  tidyAccount,
} from './payee-account.ts';
export { payeeCurrencies, payeeProblems } from './payee-problems.ts';
export { readPayeeAccount } from './read-payee.ts';

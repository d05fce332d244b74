export { type AccountFacts, accountFacts, factsOf } from './account-facts.ts';
export { type AccountWish, type PersonalAccount, readPersonalAccount } from './read-account.ts';
export {
  readStatement,
  type StatementEntry,
  type StatementPage,
  type StatementWish,
} from './read-statement.ts';
export { type PersonalAccountCode, personalAccountRefusals } from './refusals.ts';
export { type PersonalAccountContext, personalAccountOperations } from './routes.ts';

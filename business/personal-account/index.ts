export { type AccountFacts, accountFacts, factsOf } from './account-facts.ts';
export type { AccountPoint, AccountYear } from './account-history.ts';
export type { PersonalAccountContext } from './context.ts';
export { maySeeAccount } from './may-see-account.ts';
export { printStatement } from './print-statement.ts';
export { printYear, type StatementContext, yearStatement } from './print-year.ts';
export { type AccountWish, type PersonalAccount, readPersonalAccount } from './read-account.ts';
export { type AccountHistory, readAccountHistory } from './read-history.ts';
export {
  type EntryPlace,
  type PeriodEntry,
  type PeriodStatement,
  type PeriodWish,
  readAccountOnDay,
  readKnown,
  readPeriod,
} from './read-period.ts';
export {
  readStatement,
  type StatementEntry,
  type StatementPage,
  type StatementWish,
} from './read-statement.ts';
export { type PersonalAccountCode, personalAccountRefusals } from './refusals.ts';
export { personalAccountOperations } from './routes.ts';
export { statementOperations } from './routes-year.ts';

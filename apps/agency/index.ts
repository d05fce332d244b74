export { type Agency, agencyOver, migrationsFolder, openAgency, type WorkingDays } from './agency.ts';
export { type BusinessClock, businessClock } from './business-clock.ts';
export {
  type DemoBalances,
  demoBalances,
  demoBalanceWays,
  demoMarks,
  holdsDemo,
  setDemoBalances,
} from './demo-data.ts';
export { type AgencyExchange, exchangeKeysOf } from './exchange.ts';
export { processes } from './processes.ts';
export { chainedRecords, sealSources } from './sealed.ts';
export { moveLeadSeconds, readLeadSeconds } from './store.ts';
export { openWithdrawal, whyNoWithdrawal } from './transfers.ts';

import type { Break } from './break.ts';

/** Guards of what is rolled up and proved. */
export const verifyBreaks: readonly Break[] = [
  {
    name: 'fund-horizon',
    guard: 'The roll-up stops before the oldest transaction that may still commit',
    file: 'migrations/0017-fund-days.sql',
    find: 'v_to := pg_snapshot_xmin(pg_current_snapshot())::text::bigint;',
    replace: 'v_to := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;',
    tests: ['engines/ledger/fund-days.db.test.ts'],
  },
  {
    name: 'fund-roll-up-once',
    guard: 'Two roll-ups at once wait for one another',
    file: 'migrations/0017-fund-days.sql',
    find: 'SELECT below_xid INTO v_from FROM public.fund_horizon FOR UPDATE;',
    replace: 'SELECT below_xid INTO v_from FROM public.fund_horizon; PERFORM pg_sleep(0.05);',
    tests: ['engines/ledger/fund-days.db.test.ts'],
  },
  {
    name: 'fund-days-picture',
    guard: 'The roll-up does not believe a picture taken before',
    file: 'migrations/0017-fund-days.sql',
    find: `BEGIN
  PERFORM public.sees_what_is_committed();
  SELECT below_xid`,
    replace: `BEGIN
  SELECT below_xid`,
    tests: ['engines/ledger/fund-days.db.test.ts'],
  },
];

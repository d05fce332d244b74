import type { Break } from './break.ts';

/** Guards of the register: what counts, when, and on whose word. */
export const registryBreaks: readonly Break[] = [
  {
    name: 'record-two-clocks-known',
    guard: 'What was learnt later does not show in what was known before',
    file: 'business/registry/record.store.ts',
    find: '<= $2)\n  AND NOT EXISTS (SELECT FROM record_void',
    replace: 'IS NOT NULL)\n  AND NOT EXISTS (SELECT FROM record_void',
    tests: ['business/registry/two-clocks.db.test.ts'],
  },
  {
    name: 'record-two-clocks-true',
    guard: 'A state does not hold before its first day',
    file: 'business/registry/record.store.ts',
    find: ' <= $3, true)',
    replace: ' IS NOT NULL, true)',
    tests: ['business/registry/two-clocks.db.test.ts'],
  },
  {
    name: 'period-import-open',
    guard: 'Paid months come only with an import of months under way',
    file: 'migrations/0012-two-clocks.sql',
    find: "WHERE id = p_run AND kind = 'months' AND finished_at IS NULL FOR SHARE;",
    replace: 'WHERE id = p_run FOR SHARE;',
    tests: ['business/registry/situation.db.test.ts'],
  },
  {
    name: 'employment-own-line',
    guard: 'An employment comes only with the line that brings the person',
    file: 'migrations/0012-two-clocks.sql',
    find: 'WHERE owner_id = p_owner AND run_id = p_run AND line_no = p_line;',
    replace: 'WHERE owner_id = p_owner;',
    tests: ['business/registry/situation.db.test.ts'],
  },
];

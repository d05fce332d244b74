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
  {
    name: 'correction-checker',
    guard: 'Whoever requests a correction does not decide it',
    file: 'migrations/0019-corrections.sql',
    find: 'CONSTRAINT correction_maker_is_not_checker CHECK (checker_id <> maker_id),\n',
    replace: '',
    tests: ['business/registry/corrections.db.test.ts'],
  },
  {
    name: 'correction-overtaken',
    guard: 'A correction is approved only while the record says what it said at the request',
    file: 'migrations/0019-corrections.sql',
    find: 'v_made.subject_id) IS DISTINCT FROM v_made.before THEN',
    replace: 'v_made.subject_id) IS NULL THEN',
    tests: ['business/registry/corrections.db.test.ts'],
  },
  {
    name: 'correction-one-at-a-time',
    guard: 'Of one thing one correction waits at a time',
    file: 'migrations/0028-identity-keys.sql',
    find: "IF FOUND THEN\n      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.correction-open';",
    replace:
      "IF false THEN\n      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'registry.correction-open';",
    tests: ['business/registry/corrections.db.test.ts'],
  },
  {
    name: 'correction-rank',
    guard: 'An entry put right does not outdo what was learnt after it',
    file: 'migrations/0028-identity-keys.sql',
    find: 'SELECT coalesce(rank_at, recorded_at) INTO v_rank',
    replace: 'SELECT NULL INTO v_rank',
    tests: ['business/registry/corrections.db.test.ts'],
  },
  {
    name: 'correction-applied-by-decision',
    guard: 'Nobody applies a correction by plain SQL',
    file: 'migrations/0019-corrections.sql',
    find: 'GRANT EXECUTE ON FUNCTION record_subject,',
    replace: 'GRANT EXECUTE ON FUNCTION apply_correction, record_subject,',
    tests: ['business/registry/corrections.db.test.ts'],
  },
];

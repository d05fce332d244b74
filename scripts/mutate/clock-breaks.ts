import type { Break } from './break.ts';

/** Guards of the second clock: what is recorded is recorded when it happens. */
export const clockBreaks: readonly Break[] = [
  {
    name: 'clock-minded',
    guard: 'No guard function records at another time than now',
    file: 'migrations/0042-recorded-when-it-happens.sql',
    find: `EXECUTE regexp_replace(pg_get_functiondef(v_function), '\\nBEGIN\\n', E'\\nBEGIN\\n  PERFORM public.mind_the_clock(p_at);\\n');`,
    replace: 'EXECUTE pg_get_functiondef(v_function);',
    tests: ['engines/ledger/clock.db.test.ts'],
  },
  {
    name: 'clock-past',
    guard: 'Nothing is recorded in the past',
    file: 'migrations/0042-recorded-when-it-happens.sql',
    find: "p_at BETWEEN clock_timestamp() + (ahead_seconds - tolerance_seconds) * interval '1 second'",
    replace: "p_at BETWEEN '-infinity'",
    tests: ['engines/ledger/clock.db.test.ts'],
  },
  {
    name: 'clock-future',
    guard: 'Nothing is recorded in the future',
    file: 'migrations/0042-recorded-when-it-happens.sql',
    find: "AND clock_timestamp() + (ahead_seconds + tolerance_seconds) * interval '1 second';",
    replace: "AND 'infinity';",
    tests: ['engines/ledger/clock.db.test.ts'],
  },
  {
    name: 'clock-named',
    guard: 'A new guard function that does not mind the clock is named by verify',
    file: 'engines/ledger/prove-guards.ts',
    find: '...unclocked.map((row) => ({ row, why: timeless })),',
    replace: '',
    tests: ['engines/ledger/clock.db.test.ts'],
  },
];

import type { Break } from './break.ts';

const tests = ['business/tracking/tracking.db.test.ts'];

/** Guards of asking after a case without a login. */
export const trackingBreaks: readonly Break[] = [
  {
    name: 'tracking-by-asker',
    guard: 'Who guesses at a case’s second factor locks out nobody else',
    file: 'business/tracking/track-case.ts',
    find: 'network(asked.from)]',
    replace: "''] ",
    tests,
  },
  {
    name: 'tracking-one-network',
    guard: 'A whole IPv6 network is one asker',
    file: 'business/tracking/track-case.ts',
    find: '.slice(0, 4)',
    replace: '.slice(0, 8)',
    tests,
  },
  {
    name: 'tracking-budget',
    guard: 'From however many addresses, few wrong documents are looked at',
    file: 'migrations/0074-tracking-budget.sql',
    find: 'v_row.spent + 1 > v_at_once OR',
    replace: '',
    tests,
  },
  {
    name: 'tracking-budget-ever',
    guard: 'A document that was guessed at fifty times serves no longer',
    file: 'migrations/0074-tracking-budget.sql',
    find: "OR (p_factor = 'document' AND v_row.wrong >= 50)",
    replace: '',
    tests,
  },
  {
    name: 'tracking-budget-apart',
    guard: 'Guessing at the document leaves the code alone',
    file: 'business/tracking/track-case.ts',
    find: 'factor: asked.factor.by,',
    replace: "factor: 'document' as const,",
    tests,
  },
];

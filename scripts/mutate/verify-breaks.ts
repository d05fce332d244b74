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
  ...(
    [
      [
        'pass-balances',
        'Balances and entry numbers are compared with the entries',
        'total(cells.filter(isPersonal), ({ drawnEntries }) => drawnEntries) ===',
        'total(cells.filter(isPersonal), ({ drawnEntries }) => drawnEntries) * 0n <',
      ],
      [
        'pass-backing',
        'Lines are compared with the authorities and causes that they consume',
        'total(lines, ({ backedPrint }) => backedPrint) === BigInt(backing.print)',
        'backing.print !== null',
      ],
      [
        'pass-openings',
        'Opening balances are compared with the lines of the imports',
        'causes.importedPrint === imported.linePrint &&',
        '',
      ],
      [
        'pass-opening-days',
        'The days of opening balances are compared with the imports',
        'total(cells, ({ openingPrint }) => openingPrint) === BigInt(imported.dayPrint)',
        'imported.rows >= 0n',
      ],
      [
        'pass-interest',
        'The sums of the interest are compared with the entries',
        'return same(held.slice(2), expected) && same(weights, expectedWeights);',
        'return weights.length === expectedWeights.length && held.length > expected.length;',
      ],
      [
        'pass-years',
        'Open years come after closed ones',
        'openYear === null || openYear > closedYear',
        'openYear !== closedYear',
      ],
      [
        'pass-fund-days',
        'The sums by day are compared with the postings',
        '.filter(([, sums]) => sums.some((sum) => sum !== 0n))',
        '.filter(([, sums]) => sums.length === 0)',
      ],
    ] as const
  ).map(
    ([name, guard, find, replace]): Break => ({
      ...{ name, guard, find, replace },
      file: 'engines/ledger/books-pass.ts',
      tests: ['apps/cli/verify.db.test.ts'],
    }),
  ),
];

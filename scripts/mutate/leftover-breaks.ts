import type { Break } from './break.ts';

const owed = 'migrations/0042-owed-by-the-books.sql';

/** Guards of debts in the books, imports that wait, and merges of persons who differ. */
export const leftoverBreaks: readonly Break[] = [
  {
    name: 'settle-booked-debt',
    guard: 'No account is settled while the books say that something is owed, ordered or not',
    file: owed,
    find: 'IF FOUND OR public.booked_unordered(v_record) > 0 THEN',
    replace: 'IF FOUND THEN',
    tests: ['business/supervision/guards.db.test.ts'],
  },
  {
    name: 'merge-booked-debt',
    guard: 'A record that owes is not folded into another',
    file: owed,
    find: 'IF public.booked_unordered(p_owner) > 0 THEN',
    replace: 'IF false THEN',
    tests: ['business/supervision/guards.db.test.ts'],
  },
  {
    name: 'open-recovery-by-books',
    guard: 'What the books say is owed is an open recovery for the rules',
    file: 'business/supervision/open-matters.ts',
    find: ' || owed > 0n',
    replace: '',
    tests: ['business/adjustment/adjustment.db.test.ts'],
  },
  {
    name: 'death-on-paper-followed',
    guard: 'A death that comes on record by a paper has what follows from a notice of death',
    file: 'business/registry/minding-death.ts',
    find: 'const followed = await context.onDeath(tx, owner);\n  return followed.ok ? told : followed;',
    replace: 'return told;',
    tests: ['apps/api/death-on-paper.e2e.test.ts'],
  },
  {
    name: 'death-by-merge-followed',
    guard: 'A death that comes on record by a merge has what follows from a notice of death',
    file: 'business/registry/merge-records.ts',
    find: 'await mindingDeath(tx, { context, owner }, () => guarded(callDecideMerge(tx, given)));',
    replace: 'await guarded(callDecideMerge(tx, given));',
    tests: ['business/registry/doubles.db.test.ts'],
  },
  {
    name: 'import-facts-wait',
    guard: 'What a file tells of people counts only once a second officer has approved the import',
    file: 'business/registry/record.store.ts',
    find: ' AND (r.id IS NULL OR a.run_id IS NOT NULL) AND (',
    replace: ' AND (',
    tests: ['business/registry/approve-import.db.test.ts'],
  },
  {
    name: 'import-months-wait',
    guard: 'Paid months count only once a second officer has approved the import',
    file: 'business/registry/record.store.ts',
    find: 'AND (r.id IS NULL OR a.run_id IS NOT NULL OR $3)',
    replace: 'AND ($3 OR true)',
    tests: ['business/registry/approve-import.db.test.ts'],
  },
  {
    name: 'import-deaths-followed',
    guard: 'A death that an import puts on record ends the login and is told to open cases',
    file: 'business/registry/approve-import.ts',
    find: 'return approved.ok ? tellDeaths(tx, { context, runId: run.id }) : approved;',
    replace: 'return approved.ok ? ok(null) : approved;',
    tests: ['business/registry/approve-import.db.test.ts'],
  },
];

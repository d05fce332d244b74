import type { Break } from './break.ts';

/** Guards of the desk: who has a case in hand, who may approve how much, who may ask where a case is, who acts for whom. */
export const deskBreaks: readonly Break[] = [
  {
    name: 'desk-taken',
    guard: 'Another clerk works on a case only after taking it over',
    file: 'engines/casework/assignment.ts',
    find: 'return theirs || leads ? null',
    replace: 'return theirs || holder ? null',
    tests: ['business/work-list/work-list.db.test.ts'],
  },
  {
    name: 'desk-clerks-only',
    guard: 'Only a clerk at work can have a case in hand',
    file: 'migrations/0042-assignment.sql',
    find: `WHERE id = v_to AND active AND 'clerk' = ANY (roles);`,
    replace: 'WHERE id = v_to;',
    tests: ['business/work-list/work-list.db.test.ts'],
  },
  {
    name: 'desk-projection',
    guard: 'Who has a case is what its actions say',
    file: 'engines/casework/proofs.ts',
    find: 'if (assignee === file.assignedTo) return [];',
    replace: 'if (assignee !== undefined) return [];',
    tests: ['business/work-list/work-list.db.test.ts'],
  },
  {
    name: 'desk-tracking-lock',
    guard: 'Who guesses at a case’s second factor is locked out',
    file: 'migrations/0044-tracking.sql',
    find: 'IF v_row.locked_until > v_now THEN RETURN false; END IF;',
    replace: '',
    tests: ['business/tracking/tracking.db.test.ts'],
  },
  {
    name: 'desk-tracking-factor',
    guard: 'A case number alone does not tell where the case is',
    file: 'business/tracking/track-case.ts',
    find: 'if (!file || !(await fits(context, { file, factor: asked.factor })))',
    replace: 'if (!file)',
    tests: ['business/tracking/tracking.db.test.ts'],
  },
  {
    name: 'desk-limit',
    guard: 'Nobody approves more than their limit',
    file: 'migrations/0045-decision-limits.sql',
    find: 'CHECK (amount_fen IS NULL OR (limit_fen IS NOT NULL AND amount_fen <= limit_fen))',
    replace: 'CHECK (true)',
    tests: ['business/withdrawal/limits.db.test.ts'],
  },
  {
    name: 'desk-limit-two',
    guard: 'A limit takes two administrators',
    file: 'migrations/0045-decision-limits.sql',
    find: 'CONSTRAINT officer_limit_by_two CHECK (decided_by <> asked_by)',
    replace: 'CONSTRAINT officer_limit_by_two CHECK (true)',
    tests: ['business/withdrawal/limits.db.test.ts'],
  },
  {
    name: 'desk-limit-own',
    guard: 'Nobody sets a limit of their own',
    file: 'migrations/0045-decision-limits.sql',
    find: 'CHECK (asked_by <> officer_id AND (decided_by <> officer_id OR NOT agreed))',
    replace: 'CHECK (true)',
    tests: ['business/withdrawal/limits.db.test.ts'],
  },
];

import type { Break } from './break.ts';

/** Guards of what may follow a decision: objections, cases that come back, late money, drafts. */
export const procedureBreaks: readonly Break[] = [
  {
    name: 'objection-other-officers',
    guard: 'Whoever decided what is objected to decides nothing afterwards',
    file: 'migrations/0055-objections.sql',
    find: 'AND p_officer IN (a.maker_id, a.checker_id);',
    replace: 'AND false;',
    tests: ['business/withdrawal/objection.db.test.ts'],
  },
  {
    name: 'objection-recorded',
    guard: 'An objection among the actions that was not recorded as one keeps everybody from deciding',
    file: 'migrations/0055-objections.sql',
    find: `AND case_id = p_case AND action = 'object')
     <> (SELECT`,
    replace: `AND case_id = p_case AND false)
     > (SELECT`,
    tests: ['business/withdrawal/objection.db.test.ts'],
  },
  {
    name: 'objection-stops-payment',
    guard: 'An order that is objected to goes into no batch',
    file: 'migrations/0071-cases-with-heirs.sql',
    find: `UPDATE public.payment_order o SET standing = 'contested'`,
    replace: `UPDATE public.payment_order o SET standing = 'open'`,
    tests: ['business/withdrawal/objection.db.test.ts'],
  },
  {
    name: 'objection-ended-by-decision',
    guard: 'An objection ends as the decision on it says',
    file: 'migrations/0055-objections.sql',
    find: `IF v_decision.decision_id IS NULL OR v_decision.decision_id = v_objection.decision_id
       OR`,
    replace: 'IF false AND',
    tests: ['business/withdrawal/objection.db.test.ts'],
  },
  {
    name: 'set-aside-settles-nothing',
    guard: 'Nothing is settled on an approval that was set aside',
    file: 'migrations/0055-objections.sql',
    find: `AND c.process = 'withdrawal' AND c.state = 'approved'
     AND NOT EXISTS (`,
    replace: `AND c.process = 'withdrawal'
     AND true OR EXISTS (`,
    tests: ['business/withdrawal/changed-facts.db.test.ts'],
  },
  {
    name: 'set-aside-not-settled',
    guard: 'An approval on which money was settled is not set aside',
    file: 'migrations/0055-objections.sql',
    find: `PERFORM 1 FROM public.authority WHERE owner_id = p_owner AND basis_kind = 'decision' AND basis_id = p_decision;`,
    replace: 'PERFORM 1 FROM public.authority WHERE false;',
    tests: ['business/withdrawal/changed-facts.db.test.ts'],
  },
  {
    name: 'late-money-once',
    guard: 'Late money opens one case, however many look for it at once',
    file: 'migrations/0056-late-money.sql',
    find: '  CONSTRAINT follow_up_once UNIQUE (owner_id, cause),\n',
    replace: '',
    tests: ['business/withdrawal/late-money.db.test.ts'],
  },
  {
    name: 'hold-passes-from-parent',
    guard: 'A hold passes on only to the case that follows its holder',
    file: 'migrations/0056-late-money.sql',
    find: 'WHERE owner_id = p_owner AND case_id = v_parent AND released_at IS NULL;',
    replace: 'WHERE owner_id = p_owner AND released_at IS NULL;',
    tests: ['business/withdrawal/late-money.db.test.ts'],
  },
  {
    name: 'draft-version',
    guard: 'A draft is saved over the version that was seen only',
    file: 'migrations/0057-drafts.sql',
    find: ' AND version = p_seen AND ended IS NULL;',
    replace: ' AND ended IS NULL;',
    tests: ['business/withdrawal/drafts.db.test.ts'],
  },
  {
    name: 'process-version',
    guard: 'A running case keeps the version of its procedure',
    file: 'engines/casework/act.ts',
    find: 'const process = declarationOf(step.process, file);',
    replace: 'const process = step.process;',
    tests: ['business/withdrawal/changed-facts.db.test.ts'],
  },
  {
    name: 'facts-before-settlement',
    guard: 'A case whose facts changed after its approval is not settled',
    file: 'business/withdrawal/come-back.ts',
    find: 'if (samePayee && supports(',
    replace: 'if (samePayee || supports(',
    tests: ['business/withdrawal/changed-facts.db.test.ts'],
  },
];

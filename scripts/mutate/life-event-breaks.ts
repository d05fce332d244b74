import type { Break } from './break.ts';

const migration = 'migrations/0016-life-events.sql';
const guards = ['business/life-events/guards.db.test.ts'];

/** Guards of what a decided case writes into a person's record. */
export const lifeEventBreaks: readonly Break[] = [
  {
    name: 'life-event-approved',
    guard: 'A decision that was only proposed records nothing',
    file: migration,
    find: "    JOIN public.decision d ON d.owner_id = a.owner_id AND d.id = a.decision_id\n   WHERE a.owner_id = p_owner AND a.decision_id = p_decision AND a.outcome = 'approve';\n  IF NOT FOUND THEN",
    replace:
      "    JOIN public.decision d ON d.owner_id = a.owner_id AND d.id = a.decision_id\n   WHERE a.owner_id = p_owner AND a.decision_id = p_decision AND a.outcome = 'approve';\n  IF false THEN",
    tests: guards,
  },
  {
    name: 'life-event-as-proposed',
    guard: 'Only what the proposal said is recorded',
    file: migration,
    find: 'v_approved IS NULL OR v_approved IS DISTINCT FROM v_proposed',
    replace: 'v_approved IS NULL',
    tests: guards,
  },
  {
    name: 'life-event-kinds',
    guard: 'A procedure writes only the kinds that are its own',
    file: migration,
    find: "p.kind = e ->> 'kind' AND p.step = 'decision');\n  IF FOUND THEN",
    replace: "p.kind = e ->> 'kind' AND p.step = 'decision');\n  IF false THEN",
    tests: guards,
  },
  {
    name: 'life-event-once',
    guard: 'A case records its event once',
    file: 'migrations/0092-transfer-records.sql',
    find: 'CREATE UNIQUE INDEX one_entry_per_case',
    replace: 'CREATE INDEX one_entry_per_case',
    tests: guards,
  },
  {
    name: 'life-event-filing',
    guard: 'A filing that was handed in leaves a confirmed one alone',
    file: migration,
    find: "IF v_standing.body #>> '{filing,confirmedOn}' IS NOT NULL THEN RETURN false; END IF;",
    replace: '',
    tests: guards,
  },
  {
    name: 'life-event-dead-login',
    guard: 'No login ends for a death that is not on record',
    file: 'migrations/0048-death-told-alike.sql',
    find: 'IF NOT v_died THEN',
    replace: 'IF false THEN',
    tests: guards,
  },
  {
    name: 'life-event-consequence',
    guard: 'Something else than was proposed is not approved',
    file: 'engines/casework/review/approve.ts',
    find: 'canonicalJson(before) === canonicalJson(now.consequence)',
    replace: 'now.consequence !== undefined',
    tests: ['business/life-events/death.db.test.ts'],
  },
  {
    name: 'life-event-told',
    guard: 'Every open case is told of a death',
    file: 'business/life-events/tell-of-death.ts',
    find: '|| !told?.from.includes(other.state)) continue;',
    replace: '|| told !== undefined) continue;',
    tests: ['business/life-events/death.db.test.ts'],
  },
  {
    name: 'life-event-lapse',
    guard: 'A filing that was taken back is not on record any more',
    file: 'business/life-events/steps.ts',
    find: "if (file.process !== 'treatment-filing')",
    replace: "if (file.process !== '')",
    tests: ['business/life-events/death.db.test.ts'],
  },
  {
    name: 'life-event-agents',
    guard: 'What an agent was allowed ends with the one who allowed it',
    file: 'migrations/0048-death-told-alike.sql',
    find: "WHERE owner_id = ANY (v_records) AND capacity IN ('insured', 'agent')",
    replace: "WHERE owner_id = ANY (v_records) AND capacity IN ('insured')",
    tests: ['business/life-events/death.db.test.ts'],
  },
  {
    name: 'life-event-no-new-login',
    guard: 'Nobody gets a login as somebody who died',
    file: 'business/access/closed-by-death.ts',
    find: 'return (died?.on ?? null) !== null;',
    replace: 'return died?.on === undefined && false;',
    tests: ['business/access/logins.db.test.ts'],
  },
  {
    name: 'life-event-reporter',
    guard: 'Nobody reports what is not theirs',
    file: 'business/life-events/report-life-event.ts',
    find: '!isDoer(submit, actorOf(caller))',
    replace: 'submit.who.length === 0',
    tests: ['business/life-events/routes.db.test.ts'],
  },
  {
    name: 'life-event-own-reference',
    guard: 'No paper of a life event is filed under a number that the system gives itself',
    file: 'business/life-events/steps.ts',
    tests: ['business/life-events/routes.db.test.ts'],
    find: 'isOwnReference(paperReference))',
    replace: "paperReference === '')",
  },
];

import type { Break } from './break.ts';

const migration = 'migrations/0011-supervision.sql';
const recovery = 'migrations/0022-recovery.sql';
const guards = ['business/supervision/guards.db.test.ts'];
const money = ['business/supervision/recovery.db.test.ts'];
const twoOfficers = 'migrations/0046-money-received-by-two.sql';

/** Guards of investigations and recovery orders. */
export const supervisionBreaks: readonly Break[] = [
  {
    name: 'measure-two-officers',
    guard: 'Whoever proposes a measure does not confirm it',
    file: migration,
    find: `  CONSTRAINT supervision_maker_is_not_checker CHECK (checker_id <> maker_id),
`,
    replace: '',
    tests: guards,
  },
  {
    name: 'settle-investigated',
    guard: 'No account is settled while an investigation stands',
    file: 'migrations/0055-objections.sql',
    find: '  PERFORM public.money_may_leave(p_owner);\n  PERFORM public.nothing_is_owed(p_owner);\n',
    replace: '  PERFORM public.nothing_is_owed(p_owner);\n',
    tests: guards,
  },
  {
    name: 'settle-recovered',
    guard: 'No account is settled while something is owed',
    file: 'migrations/0055-objections.sql',
    find: '  PERFORM public.nothing_is_owed(p_owner);\n',
    replace: '',
    tests: guards,
  },
  {
    name: 'measure-lock',
    guard: 'A flag that is being confirmed and a settlement wait for one another',
    file: recovery,
    find: '  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;\n  SELECT * INTO v_step',
    replace: '  SELECT * INTO v_step',
    tests: guards,
  },
  {
    name: 'measure-confirmed',
    guard: 'Only a measure that was confirmed is lifted',
    file: migration,
    find: `  IF NOT FOUND THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.not-standing';`,
    replace: `  IF false THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.not-standing';`,
    tests: guards,
  },
  {
    name: 'lift-confirmed',
    guard: 'A measure stands until another officer has confirmed its lifting',
    file: migration,
    find: "ON e.owner_id = l.owner_id AND e.step_id = l.id AND e.confirmed\n          WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift'));",
    replace:
      "ON true\n          WHERE l.owner_id = s.owner_id AND l.measure_id = s.id AND l.step = 'lift'));",
    tests: guards,
  },
  {
    name: 'recovery-not-more',
    guard: 'Never more is recovered than is owed',
    file: twoOfficers,
    find: 'v_owed := public.still_owed(p_owner, p_measure);\n  IF p_amount > v_owed THEN',
    replace: 'v_owed := public.still_owed(p_owner, p_measure);\n  IF p_amount IS NULL THEN',
    tests: money,
  },
  {
    name: 'recovery-once',
    guard: 'A line of the bank’s statement is taken in once',
    file: twoOfficers,
    find: `    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.receipt-known';`,
    replace: `    ON CONFLICT DO NOTHING;
    IF false THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.receipt-known';`,
    tests: money,
  },
  {
    name: 'recovery-booked',
    guard: 'An order asks for what is booked only as far as it is, and no other order asks for it',
    file: recovery,
    find: '     AND v_step.amount_fen > public.booked_unordered(p_owner) THEN',
    replace: '     AND v_step.amount_fen IS NULL THEN',
    tests: money,
  },
  {
    name: 'recovery-waits',
    guard: 'Two offsets at once wait for one another',
    file: twoOfficers,
    find: `  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  PERFORM 1 FROM public.supervision_step WHERE owner_id = p_owner AND id = p_measure FOR UPDATE;`,
    replace: `  PERFORM public.mind_the_clock(p_at);
  PERFORM 1 FROM public.supervision_step WHERE owner_id = p_owner AND id = p_measure;`,
    tests: money,
  },
  {
    name: 'recovery-two-officers',
    guard: 'Whoever tells that money came in does not take it in',
    file: twoOfficers,
    find: 'ELSIF v_teller = v_officer THEN',
    replace: 'ELSIF false THEN',
    tests: money,
  },
  {
    name: 'recovery-as-told',
    guard: 'Money is taken in as another officer told of it',
    file: twoOfficers,
    find: ' AND measure_id = p_measure AND amount_fen = p_amount\n       AND bank_reference = p_bank_reference AND effective_on = p_on;',
    replace: ';',
    tests: money,
  },
];

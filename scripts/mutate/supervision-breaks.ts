import type { Break } from './break.ts';

const migration = 'migrations/0011-supervision.sql';
const recovery = 'migrations/0022-recovery.sql';
const guards = ['business/supervision/guards.db.test.ts'];
const money = ['business/supervision/recovery.db.test.ts'];

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
    file: 'migrations/0042-objections.sql',
    find: '  PERFORM public.money_may_leave(p_owner);\n  PERFORM public.nothing_is_owed(p_owner);\n',
    replace: '  PERFORM public.nothing_is_owed(p_owner);\n',
    tests: guards,
  },
  {
    name: 'settle-recovered',
    guard: 'No account is settled while something is owed',
    file: 'migrations/0042-objections.sql',
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
    file: 'migrations/0038-lent-when-spent.sql',
    find: '  IF p_amount > v_owed THEN',
    replace: '  IF p_amount IS NULL THEN',
    tests: money,
  },
  {
    name: 'recovery-once',
    guard: 'A line of the bank’s statement is taken in once',
    file: 'migrations/0038-lent-when-spent.sql',
    find: `    IF NOT FOUND THEN
      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'supervision.receipt-known';`,
    replace: `    IF false THEN
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
    file: 'migrations/0038-lent-when-spent.sql',
    find: `BEGIN
  PERFORM 1 FROM public.personal_account WHERE owner_id = p_owner FOR UPDATE;
  PERFORM 1 FROM public.supervision_step WHERE owner_id = p_owner AND id = p_measure FOR UPDATE;`,
    replace: `BEGIN
  PERFORM 1 FROM public.supervision_step WHERE owner_id = p_owner AND id = p_measure;`,
    tests: money,
  },
];

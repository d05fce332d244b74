import type { Break } from './break.ts';

const made = 'migrations/0023-yearly-interest.sql';
const faster = 'migrations/0040-interest-once-over.sql';
const rates = 'migrations/0030-interest-rates.sql';
const runs = ['engines/ledger/interest-run.db.test.ts'];
const atOnce = ['engines/ledger/interest-at-once.db.test.ts'];
const city = ['engines/ledger/interest-city.db.test.ts'];

/** Guards of a year's interest: two officers, once each, nothing lost, years in order. */
export const interestBreaks: readonly Break[] = [
  {
    name: 'interest-two-officers',
    guard: 'Whoever proposes a run of interest does not approve it',
    file: made,
    find: `  CONSTRAINT interest_maker_is_not_checker CHECK (checker_id <> maker_id),
`,
    replace: '',
    tests: runs,
  },
  {
    name: 'interest-totals-told',
    guard: 'The totals of a run are told by the database, over all accounts and years',
    file: 'migrations/0043-totals-told-by-the-database.sql',
    find: "FROM public.preview_interest_slice(p_kind, p_year, p_reverses, '', 2147483647) AS t;",
    replace: "FROM public.preview_interest_slice(p_kind, p_year, p_reverses, '', 1) AS t;",
    tests: runs,
  },
  {
    name: 'interest-totals',
    guard: 'A run is approved by the digest of the totals that were proposed',
    file: rates,
    find: 'IF v_run.digest IS DISTINCT FROM p_digest OR v_run.digest <> public.interest_run_digest(v_run)\n       OR',
    replace: 'IF',
    tests: runs,
  },
  {
    name: 'interest-approved',
    guard: 'No run of interest is executed before it is approved',
    file: rates,
    find: `  IF v_done.run_id IS NULL THEN
    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'interest.not-approved';
  END IF;
`,
    replace: '  IF v_done.run_id IS NULL THEN RETURN; END IF;\n',
    tests: runs,
  },
  {
    name: 'interest-one-run',
    guard: 'One run of interest at a time',
    file: rates,
    find: `  PERFORM 1 FROM public.interest_run_progress WHERE finished_at IS NULL;
  IF FOUND`,
    replace: `  PERFORM 1 FROM public.interest_run_progress WHERE finished_at IS NULL;
  IF false`,
    tests: runs,
  },
  {
    name: 'interest-once',
    guard: 'A year is credited once',
    file: rates,
    find: 'ELSIF p_year <= v_closed THEN',
    replace: 'ELSIF false THEN',
    tests: runs,
  },
  {
    name: 'interest-year-over',
    guard: 'A year is credited when it is over',
    file: rates,
    find: 'IF make_date(p_year + 1, 1, 1) > public.business_today() THEN',
    replace: 'IF false THEN',
    tests: runs,
  },
  {
    name: 'interest-from-the-last',
    guard: 'Years are taken back from the last',
    file: rates,
    find: 'ELSIF v_closed > p_year THEN',
    replace: 'ELSIF false THEN',
    tests: runs,
  },
  {
    name: 'interest-reversed-once',
    guard: 'A run is taken back once',
    file: rates,
    find: `        AND NOT EXISTS (SELECT FROM public.interest_run v JOIN public.interest_run_progress w ON w.run_id = v.id
                         WHERE v.reverses_id = r.id)`,
    replace: '',
    tests: runs,
  },
  {
    name: 'interest-row-figures',
    guard: 'A run adds its interest to the balance of the row as it stands',
    file: faster,
    find: 'SELECT interest, reached, a.balance_fen + reached,',
    replace:
      'SELECT interest, reached, (SELECT b.balance_fen FROM public.personal_account b WHERE b.owner_id = a.owner_id) + reached,',
    tests: atOnce,
  },
  {
    name: 'interest-carried',
    guard: 'Principal and interest bear from New Year’s Day on',
    file: faster,
    find: '(ended + reached) * v_weight + a.next_carried_weight',
    replace: 'ended * v_weight + a.next_carried_weight',
    tests: city,
  },
  {
    name: 'interest-inflow-first',
    guard: 'Spending uses this year’s inflow first',
    file: faster,
    find: `THEN a.carried_fen * v_ca + a.carried_weight * v_cw
                                         + (a.inflow_fen - a.debit_fen) * v_ia`,
    replace: `THEN (a.carried_fen - a.debit_fen) * v_ca + a.carried_weight * v_cw
                                         + a.inflow_fen * v_ia`,
    tests: city,
  },
  {
    name: 'interest-laggards',
    guard: 'A reversal puts an account back to the year in which the run had found it',
    file: made,
    find: 'SELECT a.owner_id, coalesce(l.open_year, p_year) AS back',
    replace: 'SELECT a.owner_id, p_year AS back',
    tests: runs,
  },
  {
    name: 'interest-rates-differences',
    guard: 'Other rates for closed years post the difference',
    file: rates,
    find: '    PERFORM public.post_interest_differences(v_account.owner_id, p_run, NULL, p_at);',
    replace: '    NULL;',
    tests: city,
  },
  {
    name: 'interest-rates-sums',
    guard: 'Other rates for days of the open year build its sums anew',
    file: rates,
    find: '  PERFORM public.rebuild_interest_sums_between(p_from, p_to);\n  SELECT array[(SELECT',
    replace: '  SELECT array[(SELECT',
    tests: city,
  },
  {
    name: 'interest-growth',
    guard: 'Where interest compounds, the database grows a fen as the program does',
    file: rates,
    find: 'v_growth := div(v_growth * (v_whole + v_rate.rate_ppm) * 2 + v_whole, v_whole * 2);',
    replace: 'v_growth := div(v_growth * (v_whole + v_rate.rate_ppm), v_whole);',
    tests: ['engines/ledger/compounding.db.test.ts'],
  },
  {
    name: 'interest-years-between',
    guard:
      'An entry into a closed year opens the years after the last closed one, and gets no difference for them',
    file: 'migrations/0039-years-between.sql',
    find: '  IF v_open > v_first THEN',
    replace: '  IF false THEN',
    tests: runs,
  },
];

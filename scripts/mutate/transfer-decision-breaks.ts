import type { Break } from './break.ts';

const file = 'migrations/0098-transfer-decisions.sql';
const tests = ['business/transfer/deciding/decisions.db.test.ts'];
const story = ['apps/gateway/decisions.e2e.test.ts'];
const moves = ['apps/gateway/transfer.e2e.test.ts'];
const work = ['apps/gateway/sheets-and-reminders.e2e.test.ts'];
const atOnce = ['business/transfer/one-wins.db.test.ts'];
const heirs = ['business/withdrawal/late-money.db.test.ts'];
const reminders = ['business/transfer/reminding/reminded.test.ts'];
const doubts = ['business/transfer/arriving/sheet-doubts.test.ts'];
const notTaken = ['apps/gateway/money-not-taken.e2e.test.ts'];
const sheets = ['apps/gateway/doubtful-sheet.e2e.test.ts'];

/** Guards of money that comes where no balance is taken, or of which the advice was taken back. */
const notTakenBreaks: readonly Break[] = [
  {
    ...{ name: 'sheet-looked-at-again', file: 'business/transfer/arrival.ts', tests: sheets },
    guard: 'A clerk can look at a sheet again of which no corrected one came',
    find: "from: ['awaiting-correction'],\n    to: 'in-check',",
    replace: "from: ['sheet-proposed'],\n    to: 'in-check',",
  },
  {
    ...{
      name: 'money-here-not-turned-away',
      file: 'business/transfer/arriving/take-sheet.ts',
      tests: notTaken,
    },
    guard: 'A balance is not turned away as not received while its money is here',
    find: 'taken || (await moneyIsHere(tx, going))',
    replace: 'taken',
  },
  {
    ...{
      name: 'turned-away-without-money',
      file: 'migrations/0115-money-here-not-turned-away.sql',
      tests: notTaken,
    },
    guard: 'The database lets no balance be turned away while its money is here',
    find: "AND p_action = 'turn-away' THEN",
    replace: 'AND false THEN',
  },
  {
    ...{
      name: 'not-credited-against-letter',
      file: 'business/transfer/arriving/credit-arrival.ts',
      tests: notTaken,
    },
    guard: 'What came although our letter takes no balance is not credited by itself',
    find: ' || !takesWhatCame(context, await actionsOf(tx, file))',
    replace: '',
  },
  {
    ...{
      name: 'credited-on-our-letter',
      file: 'business/transfer/arriving/tell-account.ts',
      tests: notTaken,
    },
    guard: 'What was paid on our letter is credited, whatever this agency takes by then',
    find: 'context.desk.acceptsBalances || letterTakesBalance(done)',
    replace: 'context.desk.acceptsBalances',
  },
  {
    ...{
      name: 'difference-keeps-advice',
      file: 'business/transfer/words/take-invalidation.ts',
      tests: notTaken,
    },
    guard: 'An advice on which a difference is being cleared up is not taken back',
    find: "state === 'awaiting-balance' || state === 'in-check';",
    replace: "state !== 'completed';",
  },
  {
    ...{ name: 'taken-back-not-matched', file: 'business/transfer/deciding/read-desk.ts', tests: notTaken },
    guard: 'Finance is offered no match of money whose advice was taken back',
    find: 'lines.filter(({ adviceStands }) => adviceStands)',
    replace: 'lines',
  },
];

/** Guards of what people decide in a transfer to this agency. */
export const transferDecisionBreaks: readonly Break[] = [
  ...notTakenBreaks,
  {
    ...{ name: 'transfer-decided-by-two', file, tests },
    guard: 'Who proposes in a transfer does not decide on it',
    find: 'CONSTRAINT proposer_is_not_decider CHECK (checker_id <> maker_id)',
    replace: 'CONSTRAINT proposer_is_not_decider CHECK (true)',
  },
  {
    ...{ name: 'transfer-proposed-by-clerk', file, tests },
    guard: 'A clerk proposes in a transfer',
    find: "v_maker := public.live_officer(p_token, 'clerk');",
    replace: "v_maker := public.live_officer_in(p_token, ARRAY['clerk', 'reviewer']);",
  },
  {
    ...{ name: 'transfer-decided-by-reviewer', file, tests },
    guard: 'A reviewer decides in a transfer',
    find: "v_checker := public.live_officer(p_token, 'reviewer');",
    replace: "v_checker := public.live_officer_in(p_token, ARRAY['clerk', 'reviewer']);",
  },
  {
    ...{ name: 'refusal-on-its-basis', file, tests },
    guard: 'A balance is refused with its legal basis',
    find: " AND length(content ->> 'legalBasis') > 0",
    replace: '',
  },
  {
    ...{ name: 'refusal-not-of-money-here', file, tests },
    guard: 'What the bank has here is not refused',
    find: "    IF FOUND THEN\n      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.money-here';",
    replace:
      "    IF false THEN\n      RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.money-here';",
  },
  {
    ...{ name: 'refusal-looked-at-again', file, tests },
    guard: 'A reviewer does not refuse what came since it was proposed',
    find: "IF p_approved AND v_asked.kind = 'refuse-balance' THEN",
    replace: 'IF false THEN',
  },
  {
    ...{ name: 'refusal-not-of-money-matched', file, tests },
    guard: 'What finance is matching is not refused',
    find: "  IF FOUND THEN\n    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.money-being-matched';",
    replace:
      "  IF false THEN\n    RAISE EXCEPTION USING ERRCODE = 'SX001', MESSAGE = 'transfer.money-being-matched';",
  },
  {
    ...{ name: 'sent-back-on-the-statement', file, tests },
    guard: 'Money is sent back only where the bank’s statement shows it leaving',
    find: "WHERE direction = 'out' AND outcome = 'suspense'",
    replace: "WHERE outcome = 'suspense'",
  },
  {
    ...{ name: 'sent-back-in-full', file, tests },
    guard: 'What is said to be sent back is what left',
    find: "\n       AND amount_fen::text = p_content ->> 'amountFen';",
    replace: ';',
  },
  {
    ...{ name: 'proposal-before-a-reviewer', file, tests },
    guard: 'A proposal belongs to a case that stands before a reviewer',
    find: "AND process = 'transfer-in'\n     AND state = CASE p_kind WHEN 'refuse-balance' THEN 'refusal-proposed' ELSE 'sheet-proposed' END FOR UPDATE",
    replace: "AND process = 'transfer-in' FOR UPDATE",
  },
  {
    ...{ name: 'proposal-of-its-sheet', file, tests },
    guard: 'A sheet is proposed in its own transfer',
    find: "PERFORM public.word_in_transfer(v_transfer, p_message, ARRAY['information-sheet']);",
    replace: 'NULL;',
  },
  {
    ...{ name: 'decision-carried-out', file, tests },
    guard: 'A balance is refused on an approved proposal',
    find: 'AND d.approved AND d.checker_id = p_actor',
    replace: 'AND d.checker_id = p_actor',
  },
  {
    ...{ name: 'decision-by-its-officer', file, tests },
    guard: 'A decision is carried out by who took it',
    find: 'AND d.approved AND d.checker_id = p_actor',
    replace: 'AND d.approved',
  },
  {
    ...{ name: 'decision-of-its-kind', file, tests },
    guard: 'What was decided about a sheet refuses no balance',
    find: "AND p.kind = CASE p_action WHEN 'refuse-balance' THEN 'refuse-balance' ELSE 'record-sheet' END\n     AND NOT EXISTS",
    replace: 'AND NOT EXISTS',
  },
  {
    ...{ name: 'sheet-with-a-reason', file, tests },
    guard: 'A doubtful sheet passes with a reason',
    find: "CHECK (kind <> 'record-sheet' OR reason IS NOT NULL)",
    replace: 'CHECK (true)',
  },
  {
    ...{ name: 'sheet-of-another', file: 'business/transfer/arriving/sheet-doubts.ts', tests: doubts },
    guard: 'A sheet about somebody else is never let pass',
    find: "if (needed.includes('nobody')) return 'nobody';",
    replace: '',
  },
  {
    ...{ name: 'sheet-by-two', file: 'business/transfer/deciding/pass-sheet.ts', tests: work },
    guard: 'A sheet whose name is in doubt takes two officers',
    find: "if (passingOf(doubts) === 'two-officers') return refuse({ code: 'transfer.sheet-needs-two' });",
    replace: '',
  },
  {
    ...{ name: 'sheet-in-check', file: 'business/transfer/deciding/pass-sheet.ts', tests: sheets },
    guard: 'Only a sheet that is being checked is recorded by hand',
    find: "if (!sheet || at.file.state !== doing.state) return refuse({ code: 'transfer.no-sheet-in-check' });",
    replace: "if (!sheet) return refuse({ code: 'casework.no-case' });",
  },
  {
    ...{ name: 'sheet-tells-what-left', file: 'business/transfer/clerk-steps.ts', tests: work },
    guard: 'A corrected sheet tells of the balance although it has left the account',
    find: 'settledAccount(await actionsOf(tx, file)) ?? undefined',
    replace: 'undefined',
  },
  {
    ...{ name: 'verify-decided-by-two', file: 'business/transfer/proofs.ts', tests },
    guard: 'It shows when one officer decided alone in a transfer',
    find: 'find: undecidedSteps,',
    replace: 'find: async () => [],',
  },
  {
    ...{ name: 'match-asked-once', file: 'business/transfer/deciding/match-money.ts', tests: story },
    guard: 'What one officer said of a line waits for another before anything else is said of it',
    find: '  if (waits)',
    replace: '  if (false)',
  },
  {
    ...{ name: 'credited-otherwise-told', file: 'business/transfer/deciding/match-money.ts', tests: story },
    guard: 'Where another amount came, the other agency is told what was credited',
    find: 'const body = { amountFen,',
    replace: 'const body = { amountFen: announcedFen,',
  },
  {
    ...{ name: 'holder-named', file: 'migrations/0102-holders-named.sql', tests: atOnce },
    guard: 'Who loses the race for an account is told which case won it',
    find: "DETAIL = coalesce(v_number, '')",
    replace: "DETAIL = ''",
  },
  {
    ...{ name: 'holder-told', file: 'business/withdrawal/competing.ts', tests: heirs },
    guard: 'Only who may know of every case is told which one was quicker',
    find: 'return mayKnowByKind(caller)\n    ?',
    replace: 'return number !== null\n    ?',
  },
  {
    ...{ name: 'transfer-names-the-case', file: 'business/transfer/pre-check/pre-check.ts', tests: story },
    guard: 'A transfer’s check names the case that stands in its way',
    find: 'if (!number) return reason;',
    replace: 'if (number !== undefined) return reason;',
  },
  {
    ...{ name: 'sheet-in-check-inside', file: 'business/transfer/received/print-received.ts', tests: work },
    guard: 'A sheet that may be about somebody else is printed for officers only',
    find: "caller.kind === 'officer' || (await",
    replace: "caller.kind !== 'system' || (await",
  },
  {
    ...{ name: 'not-paid-out-is-work', file: 'business/transfer/departing/pay-out.ts', tests: moves },
    guard: 'A balance that did not go and is not paid out by itself is a clerk’s work',
    find: '  if (why !== null) {\n    const moved',
    replace: "  if (why === 'no-rules') {\n    const moved",
  },
  {
    ...{ name: 'account-as-configured', file: 'business/transfer/arriving/tell-account.ts', tests: work },
    guard: 'Only the account that is configured is told to the other agency',
    find: 'receivingAccount: context.desk.account,',
    replace: "receivingAccount: { ...context.desk.account, accountNumber: '6222024000000000777' },",
  },
  {
    ...{ name: 'account-where-taken', file: 'business/transfer/arriving/tell-account.ts', tests: work },
    guard: 'An agency that takes no balances tells no account for them',
    find: "takesBalance(context, done) ? ['balances-taken'] : []",
    replace: "['balances-taken']",
  },
  {
    ...{ name: 'reminder-is-work', file: 'business/transfer/reminding/take-reminder.ts', tests: work },
    guard: 'What another agency reminds us of stands in the work list',
    find: 'if (!transferProcesses[file.process]?.actions.reminded?.from.includes(file.state)) return ok(effect);',
    replace: 'if (file.id) return ok(effect);',
  },
  {
    ...{ name: 'reminder-answered', file: 'business/work-list/work-list.store.ts', tests: work },
    guard: 'A reminder is work until what was missing was done, and no longer',
    find: 'AND b.seq > a.seq AND w.thing = m.thing)',
    replace: 'AND b.seq < a.seq AND w.thing = m.thing)',
  },
  {
    ...{ name: 'reminder-of-that-thing', file: 'business/transfer/reminding/reminded.ts', tests: reminders },
    guard: 'A reminder is answered by what it asked for, after it asked',
    find: 'outstanding(data, done.slice(at + 1))',
    replace: 'outstanding(data, done)',
  },
];

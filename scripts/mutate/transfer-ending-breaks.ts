import type { Break } from './break.ts';

const file = 'migrations/0109-transfers-that-end-early.sql';
const exchange = ['engines/exchange/taken-back.db.test.ts'];
const tests = ['apps/gateway/early-endings.e2e.test.ts'];
const paper = ['apps/gateway/paper-partner.e2e.test.ts'];
const words = ['business/transfer/words/partner-words.db.test.ts'];
const records = ['business/transfer/records.db.test.ts'];
const atOnce = ['apps/gateway/at-once.e2e.test.ts'];
const deaths = ['apps/gateway/death.e2e.test.ts'];
const repeating = ['apps/gateway/money-not-taken.e2e.test.ts'];
const pure = ['business/transfer/reminding/reminders-end.test.ts'];

/** Guards of transfers that end before their time, and of reminders that end. */
export const transferEndingBreaks: readonly Break[] = [
  {
    ...{ name: 'decided-as-it-stands', file: 'engines/casework/act.ts', tests: atOnce },
    guard: 'No step is decided on a case that somebody else has moved meanwhile',
    find: 'if (file.actionCount !== before.length || ',
    replace: 'if (',
  },
  {
    ...{ name: 'one-application', file: 'business/transfer/lock-applications.ts', tests: atOnce },
    guard: 'Two applications for one person at once wait for each other',
    find: 'if (named !== null)',
    replace: 'if (named === undefined)',
  },
  {
    ...{ name: 'one-open-transfer', file: 'migrations/0112-one-transfer-applied-for.sql', tests: words },
    guard: 'No second transfer is applied for beside one that is open, whoever asks the database',
    find: "MESSAGE = 'transfer.open-already'",
    replace: "MESSAGE = 'transfer.own-region'",
  },
  {
    ...{
      name: 'months-of-the-last-sheet',
      file: 'migrations/0112-one-transfer-applied-for.sql',
      tests: records,
    },
    guard: 'Months are recorded of the sheet that came last, and of no other',
    find: 'IF p_message IS DISTINCT FROM (SELECT',
    replace: 'IF false AND p_message IS DISTINCT FROM (SELECT',
  },
  {
    ...{ name: 'not-what-was-taken-back', file: 'business/transfer/words/apply-word.ts', tests },
    guard: 'A message that was taken back before it came does nothing',
    find: "if (word.channel === 'gateway' && ",
    replace: 'if (!transfer && ',
  },
  {
    ...{
      name: 'credit-taken-back',
      file: 'business/transfer/departing/take-answer.ts',
      tests,
    },
    guard: 'A credit that was taken back completes nothing',
    find: 'some(({ figures }) => figures.invalidates === messageId)',
    replace: 'some(() => false)',
  },
  {
    ...{
      name: 'over-for-both-stays-over',
      file: 'business/transfer/departing/take-answer.ts',
      tests: repeating,
    },
    guard: 'What both agencies have said is over no later word opens again',
    find: "return last?.action !== 'close-unconfirmed';",
    replace: 'return last === undefined;',
  },
  {
    ...{
      name: 'closed-only-in-silence',
      file: 'business/transfer/reminding/ask-once-more.ts',
      tests: repeating,
    },
    guard: 'A transfer that was paid is closed on proof only where the other agency was reminded in vain',
    find: "const met = awaited !== null && awaited.silentSince !== null ? ['silent'] : [];",
    replace: "const met = awaited !== null ? ['silent'] : [];",
  },
  {
    ...{ name: 'reminder-adds-no-work', file: 'business/transfer/arriving/take-announcement.ts', tests },
    guard: 'A reminder of an announcement that lies before a clerk already is no second matter',
    find: 'if (!announces && (await liesBeforeClerk(tx, word)))',
    replace: 'if (false)',
  },
  {
    ...{
      name: 'late-letter-answered-once',
      file: 'business/transfer/departing/answer-late-letter.ts',
      tests,
    },
    guard: 'A letter about what is over is answered once, however often it comes',
    find: 'if (answered) return',
    replace: 'if (answered && !answered) return',
  },
  {
    ...{ name: 'repeating-is-silence', file: 'business/transfer/reminding/waiting.ts', tests: repeating },
    guard: 'Who says the same again and again is found silent all the same',
    find: 'return here.findIndex((other) => other.action === action) === at;',
    replace: 'return here.length > at;',
  },
  {
    ...{ name: 'repeating-is-reminded', file: 'business/transfer/store.ts', tests: repeating },
    guard: 'Who says the same again and again is reminded all the same',
    find: 'AND e.seq < a.seq AND e.action = a.action',
    replace: 'AND e.seq < a.seq AND false',
  },
  {
    ...{ name: 'repeating-stays-work', file: 'business/work-list/work-list.store.ts', tests: repeating },
    guard: 'Who was reminded in vain and says the same again stays work for a clerk',
    find: 'AND e.seq < b.seq AND e.action = b.action',
    replace: 'AND e.seq < b.seq AND false',
  },
  {
    ...{ name: 'death-ends-transfers', file: 'business/life-events/tell-of-death.ts', tests: deaths },
    guard: 'A death ends every transfer of which no money has moved',
    find: 'await context.endByDeath(tx, owner)',
    replace: 'ok(owner)',
  },
  {
    ...{ name: 'dead-not-told', file: 'business/transfer/telling/tell-step.ts', tests: deaths },
    guard: 'Nobody is told of a transfer by the telephone of the dead',
    find: '|| meant.died ',
    replace: '',
  },
  {
    ...{ name: 'account-free-after-death', file: 'business/transfer/close-by-death.ts', tests: deaths },
    guard: 'A transfer that a death ended holds the account no more',
    find: 'if (!closed.ok || !held.includes(file.state)) return closed;',
    replace: 'if (closed) return closed;',
  },
  {
    ...{ name: 'no-balance-said-after-death', file: 'business/transfer/close-by-death.ts', tests: deaths },
    guard: 'The other agency is told after a death that no balance comes',
    find: "['accepted', 'awaiting-account']",
    replace: '[]',
  },
  {
    ...{
      name: 'nothing-paid-to-the-dead',
      file: 'business/withdrawal/open-after-transfer.ts',
      tests: deaths,
    },
    guard: 'No withdrawal in their own name opens for somebody who has died',
    find: "?.died) return 'has-died'",
    replace: "?.died && false) return 'has-died'",
  },
  {
    ...{ name: 'closed-by-its-sender', file, tests: exchange },
    guard: 'What lies before a clerk is closed only by a message that takes it back',
    find: "AND b.figures ->> 'invalidates' = p_message AND",
    replace: 'AND',
  },
  {
    ...{ name: 'closed-in-its-turn', file, tests: exchange },
    guard:
      'What lies before a clerk is closed only while the message that takes it back is applied in its turn',
    find: ' AND public.message_is_next(p_transfer, p_from, b.sequence, b.released);',
    replace: ';',
  },
  {
    ...{ name: 'announcement-taken-back', file: 'business/transfer/cancel-transfer.ts', tests },
    guard: 'Who takes a transfer back where they leave is announced no more over there',
    find: "['awaiting-sheet', 'awaiting-letter']",
    replace: "['awaiting-sheet']",
  },
  {
    ...{ name: 'unposted-stays', file: 'business/transfer/take-back.ts', tests: paper },
    guard: 'What nobody has posted yet is not taken back by post',
    find: "if (said.value.channel === 'paper' && !(await wasPosted(tx, file))) return ok(file);",
    replace: '',
  },
  {
    ...{ name: 'announced-case-ends', file: 'business/transfer/words/take-invalidation.ts', tests },
    guard: 'A case that waits to be confirmed ends when the announcement is taken back, and no other',
    find: "file.state === 'announced' && announced === meant.messageId ? 'withdrawn-there' : null",
    replace: 'announced === meant.messageId ? null : null',
  },
  {
    ...{ name: 'late-letter-answered', file: 'business/transfer/departing/take-letter.ts', tests },
    guard: 'A letter about a transfer that is over is answered with the reason',
    find: 'const late = weighedIn.includes(file.state) ? null : await reasonOfEnd(tx, lettered);',
    replace: 'const late = null as Awaited<ReturnType<typeof reasonOfEnd>>;',
  },
  {
    ...{ name: 'taken-back-before', file: 'business/transfer/words/apply-word.ts', tests },
    guard: 'What was taken back before it had its turn opens nothing',
    find: '(await isTakenBack(tx, word))',
    replace: 'word === null',
  },
  {
    ...{ name: 'letter-opened-ends', file: 'business/transfer/words/take-invalidation.ts', tests },
    guard: 'A transfer that only a letter opened is over when the letter is taken back',
    find: "return waits ? 'letter-withdrawn' : 'withdrawn-there';",
    replace: "return waits ? 'letter-withdrawn' : 'letter-withdrawn';",
  },
  {
    ...{ name: 'letter-replaced-waits', file: 'business/transfer/words/take-invalidation.ts', tests },
    guard: 'A transfer waits for the letter that is to come in place of the one that was taken back',
    find: 'word.body.replacedBy !== null || (await',
    replace: '(await',
  },
  {
    ...{ name: 'joined-applied-here', file: 'business/transfer/words/take-invalidation.ts', tests },
    guard: 'An application that was joined to a letter’s case still counts as made here',
    find: 'return (await joinedInto(tx, file)) !== undefined;',
    replace: 'return (await joinedInto(tx, file)) === null;',
  },
  {
    ...{ name: 'joined-taken-back', file: 'business/transfer/departing/join-waiting.ts', tests },
    guard: 'An application that goes on with a letter is announced no more',
    find: 'if (!moved.ok || (await onPaper(tx, waiting))) return moved;',
    replace: 'if (!moved.ok || waiting) return moved;',
  },
  {
    ...{ name: 'reminders-end', file: 'business/transfer/reminding/remind-partners.ts', tests },
    guard: 'Nobody is reminded more often than the parameter says',
    find: 'if (awaited.reminded >= figureToday(context, partnerRemindersAtMost))',
    replace: 'if (awaited.reminded > 90)',
  },
  {
    ...{ name: 'silence-is-work', file: 'business/work-list/work-list.store.ts', tests },
    guard: 'Who was reminded in vain is work until a clerk asks again or the other agency speaks',
    find: "b.action = 'ask-again' OR",
    replace: 'false OR',
  },
  {
    ...{ name: 'silence-begins-anew', file: 'business/transfer/reminding/waiting.ts', tests },
    guard: 'Who is asked again has its time and its reminders anew',
    find: "if (action === 'ask-again') return true;",
    replace: '',
  },
  {
    ...{ name: 'silence-ends-with-a-word', file: 'business/transfer/reminding/waiting.ts', tests },
    guard: 'Whatever the other agency says ends the silence, and its time begins anew',
    find: "if (actorKind !== 'partner-agency' || action === 'reminded') return false;",
    replace: "if (actorKind !== 'partner-agency' || action !== 'reminded') return false;",
  },
  {
    ...{ name: 'silence-says-what-to-do', file: 'business/transfer/reminding/awaited-view.ts', tests: pure },
    guard: 'Who waits in vain for a letter or a sheet is told that the application can be taken back',
    find: "if (state === 'awaiting-sheet')",
    replace: "if (state === 'nowhere')",
  },
];

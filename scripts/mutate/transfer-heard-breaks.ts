import type { Break } from './break.ts';

const tests = ['apps/gateway/ends-heard-of.e2e.test.ts'];
const sheets = ['apps/gateway/sheets-and-reminders.e2e.test.ts'];
const deaths = ['apps/gateway/death.e2e.test.ts'];
const weighing = 'business/transfer/departing/weigh-letter.ts';
const unknown = 'business/transfer/departing/decline-unknown.ts';

/** Guards of what the other agency hears, of letters that come again, and of sheets that are decided on as they were read. */
export const transferHeardBreaks: readonly Break[] = [
  {
    ...{ name: 'sheet-that-was-read', file: 'business/transfer/deciding/pass-sheet.ts', tests: sheets },
    guard: 'Nobody decides on another information sheet than the one they read',
    find: 'if (sheet.word.messageId !== doing.messageId)',
    replace: 'if (sheet.word.messageId === "")',
  },
  {
    ...{ name: 'announcement-answered', file: 'business/transfer/cancel-transfer.ts', tests },
    guard: 'Who announced somebody is told when that is taken back without being confirmed',
    find: "if (file.state === 'announced') return",
    replace: "if (file.state === 'draft') return",
  },
  {
    ...{ name: 'announcement-answered-at-death', file: 'business/transfer/close-by-death.ts', tests: deaths },
    guard: 'Who announced somebody that dies without confirming is told',
    find: "if (file.state === 'announced') return",
    replace: "if (file.state === 'draft') return",
  },
  {
    ...{ name: 'crossed-ends', file: 'business/transfer/departing/take-not-confirmed.ts', tests },
    guard: 'What is taken back on both sides at once is over on both',
    find: 'const over = overBefore.includes(file.state);',
    replace: 'const over = overBefore.length === 0;',
  },
  {
    ...{ name: 'declined-weighed-again', file: 'business/transfer/departing/take-letter.ts', tests },
    guard: 'A letter that comes again after a decline is weighed anew',
    find: "['awaiting-letter', 'declined']",
    replace: "['awaiting-letter']",
  },
  {
    ...{ name: 'told-once-a-day', file: weighing, tests },
    guard: 'The same reasons are told once a day, however often a letter comes',
    find: 'if (await toldToday(tx, weighed))',
    replace: 'if (false)',
  },
  {
    ...{ name: 'told-again-another-day', file: weighing, tests },
    guard: 'A letter that comes on another day is answered, though the reasons are the same',
    find: ' || shanghaiDate(last.at) !== today(context)) return false;',
    replace: ' || shanghaiDate(last.at) > today(context)) return false;',
  },
  {
    ...{ name: 'waiting-goes-on-with-letter', file: weighing, tests },
    guard: 'An application that waits is joined to the letter that is weighed again',
    find: "every(({ code }) => code === 'transfer-open')",
    replace: 'every(() => joinWaiting === undefined)',
  },
  {
    ...{ name: 'other-name-other-answer', file: weighing, tests },
    guard: 'A letter that names another person is answered, though the reasons are the same',
    find: 'return namesAsBefore(tx, { context, word, messageId: String(last.data.messageId) });',
    replace: 'return namesAsBefore !== undefined;',
  },
  {
    ...{ name: 'declined-letter-joins-nothing', file: weighing, tests },
    guard: 'An application that waits ends only where the letter carries it on',
    find: "every(({ code }) => code === 'transfer-open')",
    replace: 'every(() => true)',
  },
  {
    ...{ name: 'decline-stands-no-more', file: 'business/transfer/decided-against.ts', tests },
    guard: 'What was decided on a letter is not shown once another was weighed',
    find: "some(({ action }) => action === 'letter-again')",
    replace: 'some(() => false)',
  },
  {
    ...{ name: 'unknown-answered-once', file: unknown, tests },
    guard: 'About somebody unknown an agency is answered once in a transfer',
    find: 'if (await toldBefore(tx, asked))',
    replace: 'if (false)',
  },
  {
    ...{ name: 'unknown-by-name', file: unknown, tests },
    guard: 'A letter with a corrected name is answered anew',
    find: 'one.name === other.name &&',
    replace: '',
  },
  {
    ...{ name: 'unknown-by-number', file: unknown, tests },
    guard: 'A letter with a corrected identity number is answered anew',
    find: 'one.identity.number === other.identity.number &&',
    replace: '',
  },
  {
    ...{
      name: 'steps-as-shown',
      file: 'apps/cli/transfers.ts',
      tests: ['apps/cli/transfer-papers.db.test.ts'],
    },
    guard: 'A step at the command line is taken on the steps that were shown, and on no others',
    find: 'reasoned[work](tx, { ...doing, context }));',
    replace: 'reasoned[work](tx, { ...doing, context, seen: undefined }));',
  },
  {
    ...{ name: 'joined-is-told', file: 'business/transfer/telling/notice-texts.ts', tests },
    guard: 'Whose application goes on with a letter of the other agency is told in which case',
    find: "'joined-to-letter': ({",
    replace: "'letter-again': ({",
  },
  {
    ...{
      name: 'returned-after-it-was-closed',
      file: 'business/transfer/departure-actions.ts',
      tests: ['apps/gateway/money-not-taken.e2e.test.ts'],
    },
    guard: 'Money that the bank brings back opens a transfer again that was closed on proof of payment',
    find: "from: [...moneyGone, 'completed'],\n    to: 'sent-back',",
    replace: "from: [...moneyGone],\n    to: 'sent-back',",
  },
];

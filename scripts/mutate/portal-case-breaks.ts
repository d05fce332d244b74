import type { Break } from './break.ts';

const journeys = ['apps/portal/insured/cases/cases.e2e.test.ts'];

/** Guards of what people do in their cases in the portal. */
export const portalCaseBreaks: readonly Break[] = [
  {
    name: 'page-write-key',
    guard: 'A write whose answer was lost is sent again with its key, so that it is done once',
    file: 'apps/portal/ui/sent-once.ts',
    find: 'keys.get(content) ?? newKey()',
    replace: 'newKey()',
    tests: ['apps/portal/ui/sent-once.test.ts'],
  },
  {
    name: 'page-write-once',
    guard: 'What is pressed again while it is on its way is not sent a second time',
    file: 'apps/portal/ui/sent-once.ts',
    find: 'if (onWay.has(content)) return null;',
    replace: '',
    tests: ['apps/portal/ui/sent-once.test.ts'],
  },
  {
    name: 'page-retry-key',
    guard: 'A try that a page repeats by itself is the same write',
    file: 'apps/portal/ui/asking.ts',
    find: 'call(route, given, key),\n    onSuccess',
    replace: 'call(route, given, newKey()),\n    onSuccess',
    tests: journeys,
  },
  {
    name: 'second-press-no-link',
    guard: 'The second press of a button follows no link that came to lie under it',
    file: 'apps/portal/ui/device.ts',
    find: 'click.detail > 1 && link',
    replace: 'click.detail > 2 && link',
    tests: ['apps/portal/anyone/plain-pages.e2e.test.ts'],
  },
  {
    name: 'page-number-asked-once',
    guard: 'Two quick presses do not answer the question whether a doubtful number is to be used',
    file: 'apps/portal/ui/doubtful-number.ts',
    find: 'if (now - at > quick) return true;',
    replace: 'if (number === asked?.number) return true;',
    tests: ['apps/portal/heir/account-again.e2e.test.ts'],
  },
  {
    name: 'page-step-seen',
    guard:
      'What is handed in says which steps its page had seen, so that what somebody else did meanwhile is told',
    file: 'apps/portal/insured/cases/paper-page.tsx',
    find: 'fileIds, seen: papers.seen }',
    replace: 'fileIds }',
    tests: journeys,
  },
  {
    name: 'page-step-looks-again',
    guard: 'After a step was refused the page shows how things stand before it can be taken again',
    file: 'apps/portal/insured/cases/use-step.ts',
    find: 'void renewed().finally(',
    replace: 'void Promise.resolve().finally(',
    tests: journeys,
  },
  {
    name: 'page-every-state',
    guard: 'Every state of every procedure is told in words to whoever waits for it',
    file: 'apps/portal/insured/cases/next-transfer.ts',
    find: "  'sheet-proposed': {",
    replace: "  'sheet-proposed-not': {",
    tests: ['apps/portal/insured/cases/next-words.test.ts'],
  },
  {
    name: 'page-every-answer',
    guard: 'Wherever it is the person’s move the page has a way to answer',
    file: 'apps/portal/insured/cases/next-words.ts',
    find: "announced: 'confirm'",
    replace: "announces: 'confirm'",
    tests: ['apps/portal/insured/cases/next-words.test.ts'],
  },
  {
    name: 'receipt-when-applied',
    guard: 'A transfer that nobody here applied for has no receipt',
    file: 'business/transfer/receipt/read-receipt.ts',
    find: "done.find(({ action }) => action === 'submit')",
    replace: 'done.find(() => true)',
    tests: ['apps/gateway/transfer.e2e.test.ts'],
  },
  {
    name: 'receipt-posted-day',
    guard: 'A receipt names no day for an answer to a letter that still has to be posted',
    file: 'business/transfer/receipt/tell-receipt.ts',
    find: 'function afterLeaving(facts: ReceiptFacts): readonly Text[] {\n  const { partner, answerBy, answerDays, takesBalance, nothingThere } = facts;',
    replace:
      'function afterLeaving(facts: ReceiptFacts): readonly Text[] {\n  const { partner, answerDays, takesBalance, nothingThere } = facts;\n  const answerBy = facts.answerBy ?? { on: facts.receivedOn, provisional: false };',
    tests: ['business/transfer/receipt/tell-receipt.test.ts'],
  },
  {
    name: 'receipt-of-no-balance',
    guard: 'Who has nothing in the account reads nothing of a balance on the receipt',
    file: 'business/transfer/receipt/tell-receipt.ts',
    find: 'nothingThere ? recordAlone(facts) : ',
    replace: '',
    tests: ['business/transfer/receipt/tell-receipt.test.ts'],
  },
  {
    name: 'account-read-over-first',
    guard: 'The second of two quick presses pays no account that only just came up to be read over',
    file: 'apps/portal/ui/payee-check.tsx',
    find: 'if (busy || fresh) return;',
    replace: 'if (busy) return;',
    tests: ['apps/portal/heir/account-again.e2e.test.ts'],
  },
];

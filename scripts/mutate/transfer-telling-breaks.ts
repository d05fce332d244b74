import type { Break } from './break.ts';

/** Guards of what people are told of their transfers. */
export const transferTellingBreaks: readonly Break[] = [
  {
    name: 'transfer-step-told',
    guard: 'Who is transferred is told of each step that changes something for them',
    file: 'business/transfer/step.ts',
    find: 'if (moved.ok) await tellStep(',
    replace: 'if (!moved.ok) await tellStep(',
    tests: ['apps/gateway/transfer.e2e.test.ts'],
  },
  {
    name: 'transfer-deemed-stays',
    guard: 'Months that only count as paid are not passed on as paid',
    file: 'business/transfer/departing/write-sheet.ts',
    find: "basis: deemed ? 'deemed' : 'actual'",
    replace: "basis: deemed ? 'actual' : 'actual'",
    tests: ['business/transfer/departing/write-sheet.test.ts'],
  },
  {
    name: 'transfer-withdrawal-held',
    guard: 'What a transfer could not take along stays held for the withdrawal that pays it',
    file: 'business/withdrawal/open-after-transfer.ts',
    find: 'const held = await passHold(tx, { owner: file.ownerId, caseId: file.id, at: clock.now() });',
    replace: 'const held = ok(null);',
    tests: ['apps/gateway/transfer.e2e.test.ts'],
  },
];

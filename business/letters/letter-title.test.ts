import { expect, test } from 'vitest';
import { titleOf } from './letter-title.ts';
import { stepsOfKind } from './proofs.ts';

test('a letter that asks another agency for the first time is called by what it asks for, and a reminder is one that reminds', () => {
  const called = (step: string) => titleOf({ kind: 'reminder', step });
  const reminders = stepsOfKind.reminder.filter((step) => called(step).zh.includes('催办'));
  expect(reminders).toEqual(['remind', 'ask-again']);
  expect(called('await-account').zh).toBe('请告知收款账户或者不接收余额的函');
  expect(called('ask-correction').en).toBe('Request for a corrected information sheet');
  expect(titleOf({ kind: 'decision', step: 'approve' }).zh).toBe('支取决定书');
});

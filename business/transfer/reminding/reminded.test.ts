import { expect, test } from 'vitest';
import { openReminder } from './reminded.ts';

const reminded = (missing: readonly string[], answerBy: string, count = 1) => ({
  ...{ action: 'reminded', data: { missing, answerBy, count } },
});
const done = (action: string) => ({ action, data: {} });

test('what another agency reminds us of is open until the step that answers it, or a clerk’s word', () => {
  expect(openReminder([done('submit')])).toBeNull();
  const asked = reminded(['remittance', 'remittance-advice'], '2026-12-01');
  expect(openReminder([asked, done('send-to-bank')])).toEqual({
    ...{ missing: ['remittance', 'remittance-advice'], answerBy: '2026-12-01', count: 1 },
  });
  expect(openReminder([asked, done('confirm-paid')])).toBeNull();
  expect(openReminder([asked, done('answer-reminder')])).toBeNull();
  // What was done before they asked answers nothing.
  expect(openReminder([done('confirm-paid'), asked])).toMatchObject({ count: 1 });
});

test('a thing that was asked for again has the day and the count of the last reminder, and stands once', () => {
  const request = reminded(['receiving-account'], '2027-02-19');
  const reminder = reminded(['receiving-account'], '2027-03-08', 2);
  expect(openReminder([request, reminder])).toEqual({
    ...{ missing: ['receiving-account'], answerBy: '2027-03-08', count: 2 },
  });

  const first = reminded(['sheet-correction'], '2026-12-01');
  const second = reminded(['sheet-correction', 'remittance'], '2026-12-20', 2);
  expect(openReminder([first, second])).toEqual({
    ...{ missing: ['sheet-correction', 'remittance'], answerBy: '2026-12-20', count: 2 },
  });
  expect(openReminder([first, second, done('send-sheet-again')])).toEqual({
    ...{ missing: ['remittance'], answerBy: '2026-12-20', count: 2 },
  });
});

test('of several things that were asked for apart, the one that is due first tells its day and count', () => {
  const sheet = reminded(['sheet-correction'], '2026-12-01', 3);
  const money = reminded(['remittance'], '2026-12-20');
  expect(openReminder([sheet, money])).toEqual({
    ...{ missing: ['sheet-correction', 'remittance'], answerBy: '2026-12-01', count: 3 },
  });
});

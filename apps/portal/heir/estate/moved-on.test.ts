import { expect, test } from 'vitest';
import { movedOn } from './moved-on.ts';

const refused = {
  code: 'casework.not-now',
  detail: { zh: '现在不能撤回。', en: 'It cannot be taken back now.' },
  next: { zh: '请到窗口。', en: 'Come to a window.' },
  reference: null,
  problems: [],
};

test('whoever pressed what is over by now reads that the case changed, that it was not done, and why', () => {
  const told = movedOn(refused, { before: 4, now: 7 });
  expect(told?.detail.en).toBe('The case has just changed, and what you pressed was not done.');
  expect(told?.next.en).toMatch(/shows how things stand/);
  expect(told?.problems).toEqual([{ path: '', detail: refused.detail }]);
});

test('a refusal of a case that stands as it was shown says nothing of a change', () => {
  expect(movedOn(refused, { before: 4, now: 4 })).toBeNull();
});

test('where no answer came nobody reads that it was not done: their own press may have moved the case', () => {
  for (const code of [
    'portal.no-answer',
    'portal.offline',
    'http.fault',
    'http.unavailable',
    'http.broken-off',
  ])
    expect(movedOn({ ...refused, code }, { before: 4, now: 5 })?.detail.en).toMatch(/may have been done/);
});

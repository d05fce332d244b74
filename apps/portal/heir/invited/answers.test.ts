import { expect, test } from 'vitest';
import { answersFor, chosenFirst, isAsked, leftAfterDecision, objectedBefore } from './answers.ts';

const asked = { decided: false, decidedAnew: false, guardianSpeaks: false, word: null, objection: null };
const keptBack = { outcomes: [{ outcome: 'kept-back' }] };

test('until the decision an heir agrees, objects or waives, a guardian does not waive, and nothing is chosen for them', () => {
  expect(answersFor(asked)).toEqual(['agree', 'object', 'waive']);
  expect(answersFor({ ...asked, guardianSpeaks: true })).toEqual(['agree', 'object']);
  expect([chosenFirst(asked), leftAfterDecision(asked)]).toEqual([null, null]);
});

test('after the decision only an objection is offered, chosen already, and whoever objected is told of the window instead', () => {
  const decided = { ...asked, decided: true };
  const objected = { ...decided, word: 'object', objection: keptBack };
  expect([answersFor(decided), chosenFirst(decided)]).toEqual([['object'], 'object']);
  expect(chosenFirst(objected)).toBe(null);
  expect(leftAfterDecision(decided)?.zh).toContain('不用再表示同意');
  expect(leftAfterDecision(objected)?.zh).toContain('到窗口');
});

test('who has objected and objects again reads, before the decision and after it, that what they disputed before still counts', () => {
  const objected = { ...asked, word: 'object', objection: keptBack };
  expect(objectedBefore(objected)?.zh).toContain('仍然算数');
  expect([objectedBefore(asked), objectedBefore({ ...objected, decided: true })]).toEqual([null, null]);
  expect(leftAfterDecision({ ...objected, decided: true })?.zh).toContain('仍然算数');
});

test('an heir is asked nothing before shares are proposed, nor once they have waived', () => {
  const open = { ...asked, mayAnswer: true };
  expect(isAsked({ ...open, shares: [] })).toBe(false);
  expect(isAsked({ ...open, shares: [{}] })).toBe(true);
  expect(isAsked({ ...open, shares: [{}], word: 'waive' })).toBe(false);
});

test('once all is paid nobody is asked, and who reads that their objection is settled reads of no share that is kept back', () => {
  expect(isAsked({ ...asked, decided: true, mayAnswer: false, shares: [{}] })).toBe(false);
  const settled = { outcomes: [{ outcome: 'settled' }] };
  const told = leftAfterDecision({ ...asked, decided: true, word: 'object', objection: settled });
  expect(told?.zh).toMatch(/已经有了结果/);
  expect(told?.zh).not.toMatch(/先留着/);
});

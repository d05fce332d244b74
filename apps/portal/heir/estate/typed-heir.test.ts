import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { bornOnOf, heirOf, isChild, lackingIn, nobodyTyped, type TypedHeir } from './typed-heir.ts';

const today = plainDate('2026-11-29');
const filled: TypedHeir = { ...nobodyTyped, name: '何立', relation: 'child', proof: '户口簿' };

test('an heir needs a name, how they are related and what shows it, and everything lacking is told at once', () => {
  expect(lackingIn(nobodyTyped).map(({ field }) => field)).toEqual(['heir-name', 'relation-spouse', 'proof']);
  expect(lackingIn(filled)).toEqual([]);
  expect(heirOf(filled)).toMatchObject({ name: '何立', relation: 'child', guardian: null, identity: null });
});

test('a child by day of birth or by the identity number needs a guardian with document and paper', () => {
  const byDay = { ...filled, born: { year: '2012', month: '3', day: '4' } };
  const byNumber = { ...filled, number: '440304201203040029' };
  expect([isChild(byDay, today), isChild(filled, today)]).toEqual([true, false]);
  expect(bornOnOf(byDay)).toBe('2012-03-04');
  expect(lackingIn(byDay).map(({ field }) => field)).toEqual([
    ...['guardian-name', 'guardian-number', 'guardian-proof'],
  ]);
  const asNumber = lackingIn(byNumber).map(({ field }) => field);
  expect(asNumber.includes('heir-number') || asNumber.includes('guardian-name')).toBe(true);
});

test('who died before needs the day and no guardian, and a grandchild says whose place they take', () => {
  const gone = { ...filled, diedBefore: true };
  expect(lackingIn(gone).map(({ field }) => field)).toEqual(['predeceased']);
  const grandchild = { ...filled, relation: 'descendant' as const };
  expect(lackingIn(grandchild).map(({ field }) => field)).toEqual(['represents']);
});

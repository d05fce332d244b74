import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { bornOnOf, heirOf, isChild, lackingIn, nobodyTyped, type TypedHeir } from './typed-heir.ts';

const today = plainDate('2026-11-29');
const filled: TypedHeir = { ...nobodyTyped, name: '何立', relation: 'child', proof: '户口簿' };

test('an heir needs a name, how they are related and what shows it, and everything lacking is told at once', () => {
  expect(lackingIn(nobodyTyped, today).map(({ field }) => field)).toEqual([
    'heir-name',
    'relation-spouse',
    'proof',
  ]);
  const relation = (self: boolean) => lackingIn({ ...nobodyTyped, self }, today)[1]?.says.en;
  expect([relation(true), relation(false)]).toEqual([
    'Choose how you are related',
    'Choose how they are related',
  ]);
  expect(lackingIn(filled, today)).toEqual([]);
  expect(heirOf(filled, today)).toMatchObject({
    name: '何立',
    relation: 'child',
    guardian: null,
    identity: null,
  });
});

test('a child by day of birth or by the identity number needs a guardian with document and paper', () => {
  const byDay = { ...filled, born: { year: '2012', month: '3', day: '4' } };
  const byNumber = { ...filled, number: '440304201203040029' };
  expect([isChild(byDay, today), isChild(filled, today)]).toEqual([true, false]);
  // The agency's day counts, not this device's: on the eighteenth birthday nobody asks for a guardian.
  expect([isChild(byDay, plainDate('2030-03-03')), isChild(byDay, plainDate('2030-03-04'))]).toEqual([
    true,
    false,
  ]);
  expect(heirOf(byDay, plainDate('2030-03-04'))).toMatchObject({ guardian: null });
  expect(bornOnOf(byDay)).toBe('2012-03-04');
  expect(lackingIn(byDay, today).map(({ field }) => field)).toEqual([
    ...['guardian-name', 'guardian-number', 'guardian-proof'],
  ]);
  const asNumber = lackingIn(byNumber, today).map(({ field }) => field);
  expect(asNumber.includes('heir-number') || asNumber.includes('guardian-name')).toBe(true);
});

test('who died before needs the day and no guardian, and a grandchild says whose place they take', () => {
  const gone = { ...filled, diedBefore: true };
  expect(lackingIn(gone, today).map(({ field }) => field)).toEqual(['predeceased']);
  const grandchild = { ...filled, relation: 'descendant' as const };
  expect(lackingIn(grandchild, today).map(({ field }) => field)).toEqual(['represents']);
});

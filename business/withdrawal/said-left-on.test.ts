import { expect, it } from 'vitest';
import { grounds } from './grounds/all.ts';
import { isOfLeaving, saidLeftOn } from './said-left-on.ts';

const ground = 'settled-abroad-before-retirement';

it('the day of leaving that the checker was told is the application’s, where that is about leaving the country', () => {
  expect(saidLeftOn({ ground, answers: { what: 'settle', left: '2026-07-26' } })).toBe('2026-07-26');
  expect(saidLeftOn({ ground: 'nationality-lost', answers: { left: '2026-07-26' } })).toBeNull();
  expect(saidLeftOn({ ground, answers: { left: '2026-02-31' } })).toBeNull();
  expect(saidLeftOn({ ground })).toBeNull();
});

it('about leaving the country are the grounds whose rule looks at the day of leaving, and no others', () => {
  expect(grounds.map(({ ground }) => ground).filter(isOfLeaving)).toEqual([
    'retired-left-country',
    'settled-abroad-before-retirement',
    'foreigner-returning-home',
  ]);
  expect(isOfLeaving(undefined)).toBe(false);
});

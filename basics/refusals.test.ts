import { expect, test } from 'vitest';
import { fillFigures } from './refusals.ts';

test('a sentence shows its figures, and leaves a name that has none as it stands', () => {
  expect(fillFigures('{count} of {total}, {count}', { count: 3 })).toBe('3 of {total}, 3');
  expect(fillFigures('{count}', undefined)).toBe('{count}');
});

test('a name that every object has is no figure', () => {
  expect(fillFigures('{constructor}', {})).toBe('{constructor}');
});

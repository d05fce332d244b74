import { expect, it } from 'vitest';
import { plainDate } from '#basics';
import { withLeftOn } from './left-on.tsx';

it('another day of leaving takes the place of the first, or none does, and the other answers stay', () => {
  const content = {
    ground: 'settled-abroad-before-retirement',
    answers: { what: 'settle', left: '2026-07-26' },
  };
  expect(withLeftOn(content, plainDate('2026-08-01')).answers).toEqual({
    what: 'settle',
    left: '2026-08-01',
  });
  expect(withLeftOn(content, null).answers).toEqual({ what: 'settle' });
});

import { expect, test } from 'vitest';
import { heldBy } from './read-once.ts';

const filled = { token: 'a', value: '6222' };

test('an account is read over only on the page that was opened for it', () => {
  expect(heldBy(filled, { readingOver: 'a' })).toEqual({ value: '6222', isOpen: true, isGone: false });
  expect(heldBy(filled, null)).toEqual({ value: null, isOpen: false, isGone: false });
});

test('after a reload, or on the way forward from the fields, no former account is read over, and the page goes back to the fields', () => {
  const gone = { value: null, isOpen: false, isGone: true };
  expect(heldBy(null, { readingOver: 'a' })).toEqual(gone);
  expect(heldBy({ token: 'b', value: '6223' }, { readingOver: 'a' })).toEqual(gone);
  // What other pages keep with theirs is none of it.
  for (const other of ['reading-over', { readingOver: 7 }, { saved: true }])
    expect(heldBy(filled, other).isGone).toBe(false);
});

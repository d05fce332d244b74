import { expect, it } from 'vitest';
import { partPaidOf } from './part-paid.ts';

const nothing = { paid: 0, atBank: 0, due: 0, lacking: 0, held: 0 };
const said = (shares: Partial<typeof nothing>) => {
  const { state, heldBy, asked, resting } = partPaidOf({
    ...{ ...nothing, ...shares },
    since: new Date('2026-06-01T10:00:00+08:00'),
  });
  expect(resting !== null).toBe(asked !== null);
  return { state: state.en, heldBy, asked: asked !== null };
};

it('nobody reads that a case is with the bank which has none of the shares', () => {
  expect(said({ paid: 1, lacking: 1 })).toEqual({
    ...{ state: 'Partly paid; a share waits for an account', heldBy: 'applicant', asked: true },
  });
  expect(said({ paid: 1, lacking: 1, held: 1 })).toEqual({
    state: 'Partly paid; a share waits for an account; a share is kept back because of an objection',
    ...{ heldBy: 'applicant', asked: true },
  });
  expect(said({ paid: 1, due: 1 })).toEqual({
    ...{ state: 'Partly paid, other shares to be paid', heldBy: 'agency', asked: false },
  });
  expect(said({ lacking: 2 }).state).toBe('Settled; a share waits for an account');
});

it('what the bank has is with the bank, and what waits is told beside it', () => {
  expect(said({ atBank: 1, lacking: 1 })).toEqual({
    ...{ state: 'With the bank; a share waits for an account', heldBy: 'bank', asked: false },
  });
  expect(said({ due: 1, held: 1 })).toEqual({
    state: 'Settled, to be paid; a share is kept back because of an objection',
    ...{ heldBy: 'agency', asked: false },
  });
});

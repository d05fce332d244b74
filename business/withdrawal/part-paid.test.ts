import { expect, it } from 'vitest';
import { partPaidOf } from './part-paid.ts';

const nothing = { paid: 0, atBank: 0, due: 0, lacking: 0, lackingHeirs: 0, held: 0, unclaimed: 0 };
const told = (shares: Partial<typeof nothing>) =>
  partPaidOf({
    ...{ ...nothing, lackingHeirs: shares.lacking ?? 0, ...shares },
    since: new Date('2026-06-01T10:00:00+08:00'),
  });
const said = (shares: Partial<typeof nothing>) => {
  const { state, heldBy, asked, resting } = told(shares);
  if (asked !== null) expect(resting).not.toBeNull();
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
    ...{ state: 'Partly paid, another share to be paid', heldBy: 'agency', asked: false },
  });
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

it('what the bank has is told beside what is still to be sent there', () => {
  expect(said({ atBank: 1, due: 1 })).toEqual({
    ...{ state: 'With the bank; a share is to be paid', heldBy: 'bank', asked: false },
  });
  expect(said({ paid: 1, due: 2 }).state).toBe('Partly paid, other shares to be paid');
});

it('of several shares, and of several heirs, nobody reads that it is one', () => {
  const two = told({ lacking: 2, held: 2 });
  expect(two.state.en).toBe(
    'Settled; 2 shares wait for an account; 2 shares are kept back because of an objection',
  );
  expect(two.waitingName.en).toBe('the heirs whose shares have no account');
  expect(two.asked?.en).toContain('let each heir whose share it is');
  expect(two.resting?.text.en).toContain('waits for heirs’ accounts');
  // One heir may have two of the shares.
  const same = told({ lacking: 2, lackingHeirs: 1 });
  expect([same.state.en, same.waitingName.en]).toEqual([
    ...['Settled; 2 shares wait for an account', 'the heir whose share has no account'],
  ]);
});

it('heirs are asked by their own link, and not by one that a relative passed on, and a minor’s guardian for them', () => {
  for (const lacking of [1, 2]) {
    expect(told({ lacking }).asked?.en).toContain('by a link that we gave them');
    expect(told({ lacking }).asked?.zh).toMatch(/用我们发给本人的链接办.*未成年的由监护人办/);
  }
});

it('a share that nobody claims is told, is with the agency that keeps it, and nobody’s days run for it', () => {
  expect(said({ paid: 1, unclaimed: 1 })).toEqual({
    ...{ state: 'Partly paid; a share is unclaimed', heldBy: 'agency', asked: false },
  });
  expect(told({ paid: 1, unclaimed: 1 }).resting?.text.en).toContain('nobody’s days run');
  expect(said({ due: 1, unclaimed: 2 })).toEqual({
    ...{ state: 'Settled, to be paid; 2 shares are unclaimed', heldBy: 'agency', asked: false },
  });
  expect(told({ due: 1, unclaimed: 1 }).resting).toBeNull();
  expect(said({ lacking: 1, unclaimed: 1 }).heldBy).toBe('applicant');
});

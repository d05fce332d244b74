import { expect, test } from 'vitest';
import { decidedIn } from './decided-for-heirs.ts';
import { withdrawalProcess } from './withdrawal.ts';

const of = (state: string, contested: 'approve' | 'refuse' | null = null) => decidedIn({ state, contested });

test('only an approval that stands tells heirs that something is shared', () => {
  const told = Object.keys(withdrawalProcess.states).map((state) => [state, of(state)] as const);
  const which = (decided: string) => told.flatMap(([state, is]) => (is === decided ? [state] : []));
  expect(which('approved')).toEqual(['approved', 'settled', 'paying', 'returned', 'paid', 'refunded']);
  expect(which('anew')).toEqual(['came-back']);
  expect(which('ended').toSorted()).toEqual([
    ...['draft-ended', 'not-completed', 'refused', 'revoked', 'withdrawn-by-applicant'],
  ]);
});

test('while somebody objects to a refusal nothing is decided, and while somebody objects to a payment the approval stands', () => {
  for (const state of ['objection', 'objection-proposed'] as const) {
    expect(of(state, 'refuse')).toBe('open');
    expect(of(state, 'approve')).toBe('approved');
    expect(of(state)).toBe('open');
  }
});

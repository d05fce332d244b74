import { expect, test } from 'vitest';
import { gentleAt, stageOf } from './stage.ts';

const open = { standing: 'open', result: null };
const seen = (...ownShare: { readonly standing: string; readonly result: string | null }[]) => ({
  ...{ decided: true, ended: false, shares: [{}], ownShare },
});

test('an heir is told whether it is proposed, decided, kept back or paid, and that money is left only until the decision', () => {
  expect(stageOf({ ...seen(), decided: false })).toBe('proposed');
  expect(stageOf({ ...seen(), decided: false, shares: [] })).toBe('unshared');
  expect(gentleAt.unshared.en).not.toMatch(/below/);
  expect([stageOf(seen()), stageOf(seen(open))]).toEqual(['decided', 'decided']);
  expect(stageOf(seen({ ...open, standing: 'held' }))).toBe('held');
  expect(stageOf(seen({ ...open, result: 'paid' }))).toBe('paid');
  expect(stageOf(seen({ ...open, result: 'returned' }))).toBe('decided');
  expect(stageOf({ ...seen(), ended: true })).toBe('ended');
  for (const stage of ['decided', 'held', 'paid', 'ended'] as const)
    expect(gentleAt[stage].en).not.toMatch(/still holds|proposes/);
});

import { expect, test } from 'vitest';
import { list } from './schemas.ts';

test('a list of withdrawals is asked for by states that exist; another one is refused with those that do', () => {
  expect(list.parse({ state: 'submitted,in-review' }).state).toBe('submitted,in-review');
  for (const state of ['received', 'submitted,nosuch', '']) {
    const read = list.safeParse({ state });
    expect(read.error?.issues[0]?.message).toContain('submitted, in-review');
  }
});

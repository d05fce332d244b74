import { describe, expect, test } from 'vitest';
import { stateOf } from './measure.ts';

const set = (confirmed: boolean | null) => ({ step: 'set', confirmed }) as const;
const lift = (confirmed: boolean | null) => ({ step: 'lift', confirmed }) as const;

describe('a measure', () => {
  test.each([
    ['waits until a second officer has confirmed it', [set(null)], 'waiting'],
    ['that was not confirmed never stood', [set(false)], 'rejected'],
    ['stands once it is confirmed', [set(true)], 'standing'],
    ['still stands while its lifting waits', [set(true), lift(null)], 'standing'],
    ['still stands when its lifting was rejected', [set(true), lift(false)], 'standing'],
    ['is over once its lifting is confirmed', [set(true), lift(false), lift(true)], 'lifted'],
  ] as const)('%s', (_, steps, state) => {
    expect(stateOf(steps, false)).toBe(state);
  });

  test('of money is over once nothing is owed on it, unless it was lifted before', () => {
    expect(stateOf([set(true)], true)).toBe('paid');
    expect(stateOf([set(true), lift(true)], true)).toBe('lifted');
    expect(stateOf([set(null)], true)).toBe('waiting');
  });
});

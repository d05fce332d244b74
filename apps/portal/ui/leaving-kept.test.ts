import { expect, test } from 'vitest';
import { forgetLeaving, keepLeaving, leavingBefore } from './leaving-kept.ts';

function window() {
  const kept = new Map<string, string>();
  return () => ({
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  });
}

test('what an employer filled in is there after the page was loaded again, for this employer only, until it is forgotten', () => {
  const here = window();
  expect(leavingBefore('emp_1', here)).toBeNull();
  keepLeaving('emp_1', { endedOn: '2026-11-30' }, here);
  expect(leavingBefore('emp_1', here)).toEqual({ endedOn: '2026-11-30' });
  expect(leavingBefore('emp_2', here)).toBeNull();
  forgetLeaving(here);
  expect(leavingBefore('emp_1', here)).toBeNull();
});

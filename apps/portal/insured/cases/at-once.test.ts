import { expect, test } from 'vitest';
import { atOnce, type Happened, howOften } from './at-once.ts';

test('papers handed in one after another on a day are told once with how many times, and again on another day', () => {
  const did = (seq: number, name: string, at: string, actorKind = 'officer'): Happened => ({
    ...{ seq, at, actorKind, data: {}, action: name, name: { zh: name, en: name } },
  });
  const told = atOnce([
    did(1, 'paper', '2026-11-15T02:00:00Z'),
    did(2, 'paper', '2026-11-15T02:01:00Z'),
    // It is the sixteenth in Shenzhen.
    did(3, 'paper', '2026-11-15T17:00:00Z'),
    did(4, 'paper', '2026-11-15T17:01:00Z', 'insured'),
    did(5, 'review', '2026-11-15T17:02:00Z'),
    did(6, 'paper', '2026-11-15T17:03:00Z'),
  ]);
  expect(told.map(({ seq, times }) => `${seq} ×${times}`)).toEqual(['1 ×2', '3 ×1', '4 ×1', '5 ×1', '6 ×1']);
});

test('papers are counted as papers, and everything else by how often it was done', () => {
  expect(howOften({ action: 'judge-paper', times: 2 })?.zh).toBe('（{n} 份）');
  expect(howOften({ action: 'remind', times: 2 })?.zh).toBe('（{n} 次）');
  expect(howOften({ action: 'provide-material', times: 1 })).toBeNull();
});

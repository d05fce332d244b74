import { expect, test } from 'vitest';
import { lookAlike, whoMayBeMe } from './which-is-me.ts';

const child = { name: '周*', relation: 'child', named: false };

test('an heir whom officers know by name is offered that one alone, and anybody else chooses among all', () => {
  const me = { ...child, name: '周明', named: true };
  expect(whoMayBeMe([child, me])).toEqual([me]);
  expect(whoMayBeMe([child, child])).toHaveLength(2);
});

test('two children of one shown name cannot be told apart, a child and a spouse can', () => {
  expect(lookAlike([child, child])).toBe(true);
  expect(lookAlike([child, { ...child, relation: 'spouse' }])).toBe(false);
});

import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { type NewSuccessor, successorProblems } from './record-successor.ts';

const heir: NewSuccessor = {
  ...{ name: '张小明', nameLatin: null, relation: 'child', basis: 'legal', represents: null },
  ...{ predeceasedOn: null, bornOn: null, identity: null, guardian: null, paperReference: '2026-7' },
};

test('an heir’s names are held to the rule of the register: no markup, no formula, nothing unseen', () => {
  const found = { known: [], today: plainDate('2026-06-01') };
  const paths = (given: Partial<NewSuccessor>) =>
    successorProblems({ ...heir, ...given }, found).map(({ path }) => path);
  expect(paths({})).toEqual([]);
  for (const name of ['张<b>', '=1+1', '张\u202e', '张\u0007', ' '])
    expect(paths({ name, nameLatin: name })).toEqual(['name', 'nameLatin']);
});

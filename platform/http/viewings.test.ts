import { expect, test } from 'vitest';
import { personsIn } from './viewings.ts';

test('persons are found by their ids, under whatever key and however deep, and nothing else is taken for one', () => {
  const value = {
    items: [{ personId: 'psn_a', at: new Date(), amountFen: 5n, note: 'see psn_b' }, { mergedId: 'psn_c' }],
    caseId: 'cas_1',
    next: null,
    ids: ['psn_d', 7],
  };
  expect(personsIn(value)).toEqual(['psn_a', 'psn_c', 'psn_d']);
  expect(personsIn(undefined)).toEqual([]);
});

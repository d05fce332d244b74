import { expect, test } from 'vitest';
import { isCase } from './listed.ts';

const paid = { process: 'withdrawal', number: 'SZ-1', receivedOn: null, stateId: 'paid' };

test('what was paid without having been handed in is listed; what is being written and a draft that came to nothing are not', () => {
  expect(isCase(paid, [])).toBe(true);
  expect(isCase(paid, [{ caseNumber: 'SZ-1' }])).toBe(false);
  expect(isCase({ ...paid, stateId: 'draft-ended' }, [])).toBe(false);
  expect(isCase({ ...paid, stateId: 'withdrawn-by-applicant' }, [])).toBe(false);
  const takenBack = { ...paid, stateId: 'withdrawn-by-applicant', receivedOn: '2026-11-02' };
  expect(isCase(takenBack, [])).toBe(true);
});

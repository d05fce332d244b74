import { expect, test } from 'vitest';
import { ownAnswers } from './own-answers.ts';

const identified = { divided: true, mayWaive: true };

test('an heir who has signed in agrees, objects or waives until the decision, and after it only objects', () => {
  expect(ownAnswers({ ...identified, state: 'draft' })).toEqual(['agree', 'object', 'waive']);
  expect(ownAnswers({ ...identified, state: 'proposed' })).toEqual(['agree', 'object', 'waive']);
  expect(ownAnswers({ ...identified, state: 'approved' })).toEqual(['object']);
});

test('an heir whom no officer identified is offered no waiver online, and nobody agrees to shares that are not there', () => {
  expect(ownAnswers({ ...identified, mayWaive: false, state: 'draft' })).toEqual(['agree', 'object']);
  expect(ownAnswers({ ...identified, divided: false, state: 'draft' })).toEqual(['object', 'waive']);
});

import { expect, test } from 'vitest';
import type { PapersView } from '#business/materials';
import { givenAs } from './papers.ts';

const given = (materialId: string) => ({ materialId, revision: 2 });
const list = [
  { materialId: 'settlement-proof', given: [given('hmt-resident-identity')] },
  { materialId: 'relation-proof', given: [given('household-register'), given('birth-certificate')] },
  { materialId: 'identity-document', given: [] },
] as unknown as PapersView['papers'];

test('a paper is judged by the word that heads it on the list, where one thing was given for it, and by its own', () => {
  expect(givenAs({ papers: list }, 'hmt-resident-identity')).toEqual(given('hmt-resident-identity'));
  expect(givenAs({ papers: list }, 'settlement-proof')).toEqual(given('hmt-resident-identity'));
  expect(givenAs({ papers: list }, 'birth-certificate')).toEqual(given('birth-certificate'));
});

test('of two things given for a paper none is judged unnamed, nor anything where nothing was given', () => {
  expect(givenAs({ papers: list }, 'relation-proof')).toBeUndefined();
  expect(givenAs({ papers: list }, 'identity-document')).toBeUndefined();
  expect(givenAs({ papers: list }, 'no-such-paper')).toBeUndefined();
});

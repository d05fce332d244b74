import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { givenOnline } from './given-online.ts';
import { onRecord } from './on-record.ts';

const asked = { region: '440300', onDate: plainDate('2026-12-01') };
const applied = { channel: 'online', payeeNamed: true, identified: false, followsUp: false } as const;
const papers = ['application-form', 'payee-bank-account', 'identity-document', 'settlement-proof'];

test('what is promised before an application online is what the case itself does not ask for', () => {
  const heirs = papers.filter((paper) => givenOnline(paper, 'death'));
  const insured = papers.filter((paper) => givenOnline(paper, 'settled-abroad-before-retirement'));
  expect(heirs).toEqual(['application-form', 'payee-bank-account']);
  expect(insured).toEqual(['application-form', 'payee-bank-account', 'identity-document']);
  expect(onRecord(asked, applied)).toEqual(expect.arrayContaining(heirs));
  expect(onRecord(asked, { ...applied, identified: true })).toEqual(expect.arrayContaining(insured));
});

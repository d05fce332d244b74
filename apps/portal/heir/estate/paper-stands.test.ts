import { expect, test } from 'vitest';
import type { Paper } from './estate.tsx';
import { type Known, paperStands } from './paper-stands.ts';

const words = { say: ({ en }: { en: string }, put: object = {}) => filled(en, put), language: 'en' } as const;
const paper = (materialId: string, given: Partial<Paper> = {}): Paper => ({
  ...{ materialId, text: { zh: '材料', en: 'A paper' }, legalBasis: '', state: 'on-record', why: null },
  ...{ onlyFor: null, onRecord: null, alternatives: [], given: [] },
  ...given,
});
const known = (heirs: object = {}): Known => ({
  diedOn: '2026-05-01',
  papers: [paper('identity-document')],
  heirs: { seenOn: '2026-05-20', relationSeenOn: null, ...heirs } as unknown as Known['heirs'], // what is read of it
});
const stands = (one: Paper, of = known()) => paperStands(one, of, words);

test('a paper that nobody asks for says what is on record in its place, and on which day officers saw it', () => {
  expect(stands(paper('identity-document'))).toMatch(/was seen on .*2026/);
  expect(stands(paper('succession-proof'))).toMatch(/^Two officers confirmed the relation; no proof/);
  expect(stands(paper('succession-proof'), known({ relationSeenOn: '2026-05-21' }))).toMatch(
    /^On .*2026 two officers confirmed how you are related/,
  );
  expect(stands(paper('death-proof'))).toMatch(/on record \(on .*2026\); no proof/);
  expect(stands(paper('application-form'))).toMatch(/is the form; nothing is handed in/);
  expect(stands(paper('payee-bank-account'))).toMatch(/no picture of a card/);
  const before = { number: 'SZ-2026-1', revision: 1, acceptedOn: '2026-03-02', validUntil: null };
  expect(stands(paper('court-document', { onRecord: before }))).toMatch(/Seen by an officer on/);
  for (const id of ['identity-document', 'succession-proof', 'death-proof', 'something-else'])
    expect(stands(paper(id))).not.toMatch(/bring|window/);
});

test('a paper that was handed in says that it is looked at, and what is missing that it is', () => {
  const sheet = {
    ...{ materialId: 'succession-proof', revision: 1, reference: '', on: '2026-05-22', pages: [] },
    ...{ verdict: null, commitment: null, notApplying: null },
  };
  expect(stands(paper('succession-proof', { state: 'unchecked', given: [sheet] }))).toMatch(
    /^Handed in on .* will look at it/,
  );
  // Taken in at a window nobody looks at it again.
  expect(stands(paper('succession-proof', { state: 'given', given: [sheet] }))).toMatch(
    /^Received on .*; not asked for again/,
  );
  expect(stands(paper('succession-proof', { state: 'missing' }))).toBe('Not handed in yet');
});

function filled(text: string, put: object): string {
  return Object.entries(put).reduce((said, [name, value]) => said.replaceAll(`{${name}}`, `${value}`), text);
}

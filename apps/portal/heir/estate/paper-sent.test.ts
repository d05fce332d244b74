import { expect, test } from 'vitest';
import { noSignature } from '../../ui/commitment.tsx';
import { notApplying } from '../../ui/not-applying.tsx';
import { commitmentOf, lackingOf, sentOf } from './paper-sent.ts';

const text = { zh: '承诺', en: 'I declare' };
const kinship = { version: '2026-11', text, withPaper: true };
const death = { version: '2026-11', text, withPaper: false };
const paper = {
  alternatives: [
    { id: 'kinship-and-commitment', text, commitment: kinship },
    { id: 'court-document', text, commitment: null },
  ],
};
const page = { fileId: 'fil_1', kind: 'jpeg', bytes: 1, scan: 'clean', name: null } as const;
const signature = { name: ' 何佳 ', agreed: true };
const fields = (lacking: ReturnType<typeof lackingOf>) => lacking.map(({ field }) => field);

test('a commitment is signed only for what the rule offers one for', () => {
  expect(commitmentOf(paper, { chosen: 'kinship-and-commitment' })).toBe(kinship);
  expect(commitmentOf(paper, { chosen: 'court-document' })).toBeNull();
  expect(commitmentOf({ alternatives: [] }, { chosen: 'identity-document' })).toBeNull();
});

test('a commitment is read and signed, with the proof where one goes with it, before it is handed in', () => {
  const empty = { chosen: 'kinship-and-commitment', pages: [], signature: noSignature, reason: '' };
  expect(fields(lackingOf(empty, kinship))).toEqual(['pages', 'signer', 'agreed']);
  expect(fields(lackingOf({ ...empty, pages: [page], signature }, kinship))).toEqual([]);
  expect(fields(lackingOf({ ...empty, signature }, death))).toEqual([]);
  expect(fields(lackingOf({ ...empty, chosen: 'court-document' }, null))).toEqual(['pages']);
});

test('a commitment goes with its version and the signer’s name, and a plain paper with its pages only', () => {
  const filled = { chosen: 'kinship-and-commitment', pages: [page], signature, reason: '' };
  expect(sentOf(filled, kinship).signed).toEqual({
    ...{ materialId: 'kinship-and-commitment', fileIds: ['fil_1'] },
    ...{ version: '2026-11', signerName: '何佳', agreed: true },
  });
  expect(sentOf({ ...filled, chosen: 'death-commitment' }, death).signed).toMatchObject({ fileIds: [] });
  expect(sentOf({ ...filled, chosen: 'court-document' }, null)).toEqual({
    paper: { materialId: 'court-document', fileIds: ['fil_1'] },
    signed: null,
  });
});

test('what does not apply is said with its reason, and needs no page', () => {
  const said = { chosen: notApplying, pages: [], signature: noSignature, reason: ' ' };
  expect(fields(lackingOf(said, null))).toEqual(['why-not']);
  expect(lackingOf({ ...said, reason: '从来没有在本市落过户' }, null)).toEqual([]);
});

import { expect, test } from 'vitest';
import { consequencesOf } from './words-said.ts';

const one = { successorId: 'one', name: '何佳', word: null, channel: null, predeceasedOn: null };
const other = { ...one, successorId: 'other', name: '梁秀珍' };
const both = {
  ...{
    divisionId: 'div',
    orderId: null,
    basis: 'equal',
    basisName: { zh: '均等', en: 'equal shares' },
    makerId: null,
  },
  shares: [
    { successorId: 'one', share: '1/2' },
    { successorId: 'other', share: '1/2' },
  ],
};
const saying = (word: string, channel: string) => ({
  ...{ heirs: [one, { ...other, word, channel }], division: both },
});
const kinds = (told: Parameters<typeof consequencesOf>[0]) => consequencesOf(told).map(({ is }) => is);

test('a waiver by a link that a relative passed on is to be confirmed, and each waiver asks for another division', () => {
  expect(kinds(saying('waive', 'invited'))).toEqual(['divide-again', 'to-confirm']);
  expect(kinds(saying('waive', 'window'))).toEqual(['divide-again']);
  const again = { ...both, shares: [{ successorId: 'one', share: '1/1' }] };
  expect(kinds({ ...saying('waive', 'invited'), division: again })).toEqual(['to-confirm']);
});

test('an objection keeps a share back, and where nobody waived or objected nothing follows', () => {
  expect(consequencesOf(saying('object', 'link'))).toMatchObject([{ is: 'held', names: ['梁秀珍'] }]);
  expect(kinds(saying('agree', 'invited'))).toEqual([]);
});

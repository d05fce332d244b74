import { expect, test } from 'vitest';
import { nothingFilled, numberIn, questionOf } from './asked.ts';

test('who asks after a case is told everything that is still to be filled in at once, and nothing of the other way', () => {
  const wrong = (filled: Partial<typeof nothingFilled>) => {
    const read = questionOf({ ...nothingFilled, ...filled });
    return 'wrong' in read ? read.wrong.map(({ field }) => field) : read.question;
  };
  expect(wrong({})).toEqual(['number', 'code']);
  expect(wrong({ by: 'document', code: 'x' })).toEqual(['number', 'last', 'born']);
  expect(wrong({ number: ' ＳＺ-1/6-2 ', code: '７kqm 2fxt' })).toEqual({
    number: 'SZ-1',
    factor: { by: 'code', code: '7kqm 2fxt' },
  });
  const born = { year: '1960', month: '6', day: '1' };
  expect(wrong({ number: 'SZ-1', by: 'document', lastCharacters: '271X', born })).toEqual({
    number: 'SZ-1',
    factor: { by: 'document', lastCharacters: '271X', bornOn: '1960-06-01' },
  });
  expect(
    wrong({ number: 'SZ-1', by: 'document', lastCharacters: '27', born: { ...born, day: '31' } }),
  ).toEqual(['last', 'born']);
});

test('the code on a receipt brings the number of its case along, and nothing else is taken from an address', () => {
  expect(numberIn('#number=SZ-2026-7K3M9-QX2TB-04GHE')).toBe('SZ-2026-7K3M9-QX2TB-04GHE');
  expect(['', '#', '#other=1', '#number=%3Cb%3E'].map((fragment) => numberIn(fragment))).toEqual([
    '',
    '',
    '',
    '',
  ]);
});

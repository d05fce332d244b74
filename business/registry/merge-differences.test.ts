import { expect, test } from 'vitest';
import { plainDate } from '#basics';
import { type Compared, differencesOf, plainlyDifferent } from './merge-differences.ts';

const one: Compared = {
  ...{ name: '张三', nameLatin: null, bornOn: plainDate('1990-01-01') },
  ...{ nationality: 'CHN', sex: 'male' },
};
const dupont: Compared = { ...one, name: 'Marie DUPONT', nationality: 'FRA', sex: null };

test.each<readonly [string, Compared, Compared, readonly string[]]>([
  ['the same words of a name in another order', dupont, { ...dupont, name: 'Dupont, Marie' }, []],
  ['a name in the other script', one, { ...one, name: 'Zhang San', nameLatin: '张三' }, []],
  ['another name', one, { ...one, name: '李四' }, ['name']],
  ['a sex that no number tells', one, { ...one, sex: null }, []],
  [
    'another birth and sex',
    one,
    { ...one, bornOn: plainDate('1990-01-02'), sex: 'female' },
    ['born-on', 'sex'],
  ],
  ['another nationality', one, { ...one, nationality: 'HKG' }, ['nationality']],
])('two records are compared by %s', (_, a, b, expected) => {
  expect(differencesOf(a, b)).toEqual(expected);
  expect(differencesOf(b, a)).toEqual(expected);
});

test('hardly one person are two of another name and birth and another sex or nationality, and nobody else', () => {
  expect(plainlyDifferent(['name', 'born-on', 'sex'])).toBe(true);
  expect(plainlyDifferent(['name', 'born-on', 'nationality'])).toBe(true);
  expect(plainlyDifferent(['name', 'born-on'])).toBe(false);
  expect(plainlyDifferent(['name', 'sex', 'nationality'])).toBe(false);
});

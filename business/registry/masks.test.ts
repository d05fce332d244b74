import { expect, test } from 'vitest';
import { maskName } from './masks.ts';

test.each([
  ['张三', '张*'],
  ['欧阳娜娜', '欧***'],
  ['阿卜杜热西提·买买提明', '阿***'],
  ['Владимир Владимирович', 'В***'],
  ['𠮷田', '𠮷*'],
  ['Li', 'L***'],
  ['María-José O’Brien', 'M***-J*** O***'],
])('of the name %s people who need not know it are shown %s', (name, shown) => {
  expect(maskName(name)).toBe(shown);
});

test('a masked name does not tell how long a long one is', () => {
  expect(maskName('买买提明·阿卜杜拉')).toBe(maskName('买买提明·阿卜杜热西提'));
});

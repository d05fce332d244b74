import { expect, test } from 'vitest';
import { breaksWithin } from './breaks-within.ts';

test('a heading with a clause that a phone does not hold in a line is broken as running text is', () => {
  expect(breaksWithin('您因为什么要把余额领出来？')).toBe('long');
  expect(breaksWithin('一二三四五六七八九十一，二')).toBe('long');
});

test('a heading of clauses that each fit in a line breaks after its marks', () => {
  expect(breaksWithin('由谁继承，已经有凭据了吗？')).toBeUndefined();
  expect(breaksWithin('一二三四五六七八九十，一二三四五六七八九？')).toBeUndefined();
});

test('an English heading breaks between its words anyway', () => {
  expect(breaksWithin('Why should the balance be paid out to you?')).toBeUndefined();
});

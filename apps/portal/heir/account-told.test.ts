import { expect, test } from 'vitest';
import { accountInShort } from '../ui/account-in-short.ts';
import { accountBefore } from '../ui/another-account.ts';
import { ifNotRight, notTold, whoNamed } from './account-told.ts';

const self = { self: true, ofChild: false };
const other = { self: false, ofChild: false };

test('whoever reads of an account reads who named it, as far as that is known', () => {
  expect(whoNamed('window', self)?.zh).toBe('在窗口填的');
  expect(whoNamed('applicant', self)?.en).toBe('named by the relative who applied');
  expect(whoNamed('applicant', { ...other, applies: true, ofChild: true })?.zh).toBe('您填的');
  expect(whoNamed('heir', self)?.zh).toBe('您登录后填的');
  expect(whoNamed('heir', other)?.zh).toBe('本人登录后填的');
  expect(whoNamed('heir', { ...other, ofChild: true })?.en).toMatch(/guardian/);
  // Nobody of the agency knows who opened a link that was passed on, and of what was not kept nothing is said.
  expect(whoNamed('invited', self)?.en).toBe('named by the link that your family sent you');
  expect(whoNamed('invited', other)?.en).toBe('named by the link that was passed on');
  expect(whoNamed(null, self)).toBeNull();
});

test('an heir reads what to do about an account that is not theirs, and why a link passed on does not tell it', () => {
  expect(ifNotRight.here.en).toMatch(/below/);
  expect(ifNotRight.window.zh).toMatch(/更正/);
  // What has been paid is corrected by nobody at a window any more.
  expect(ifNotRight.paid.zh).toMatch(/马上.*告诉我们/);
  expect(notTold.en).toMatch(/passed this link on.*a link of your own/);
});

test('the dots and the last digits of an account are not torn apart at the end of a line', () => {
  expect(accountInShort({ bankName: '中国银行', accountTail: '0026' })).toBe('中国银行 ••••\u00a00026');
  for (const text of Object.values(accountBefore)) expect(text).toContain('••••\u00a0{tail}');
});

import { expect, test } from 'vitest';
import { passwordProblems } from './passwords.ts';
import { accessRefusals } from './refusals.ts';

const first = { path: 'password', secondFactor: false, loginName: 'lin.xiaolan' };
const said = (password: string, of: Parameters<typeof passwordProblems>[1] = first) =>
  passwordProblems(password, of).map(({ detail }) => detail.zh);

test('who activates a login with a short password hears that it is short, and of no old password, which they never had', () => {
  expect(said('otters sing')).toEqual(['密码至少要有 15 个字符；可以用一句容易记住的话。']);
  const { text, next } = accessRefusals['access.password-unfit'];
  expect(`${text.zh}${next.zh}`).not.toMatch(/旧|新密码/);
  expect(`${text.en} ${next.en}`).not.toMatch(/\bhad\b|\bnew\b/);
});

test('who changes a password to the one they have hears that it is the same', () => {
  const present = 'three wet otters sing';
  expect(said(present, { ...first, present })).toEqual(['新密码和现在的密码一样：请另设一个。']);
  expect(said('four wet otters sing', { ...first, present })).toEqual([]);
});

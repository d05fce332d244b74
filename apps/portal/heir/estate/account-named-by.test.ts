import { expect, test } from 'vitest';
import { accountNamedBy, speakerOf } from './account-named-by.ts';

const ways = ['window', 'link', 'invited', 'heir', 'applicant', null] as const;
const by = (namedBy: (typeof ways)[number], minor = true) =>
  accountNamedBy({ account: { namedBy }, minor, yours: false, mayChangeAccount: false })?.en;

test('whoever may not change an account reads who named it, and who changes it', () => {
  for (const way of ['link', 'heir'] as const) {
    expect(by(way)).toMatch(/^The guardian \{name\} named the account/);
    expect(by(way, false)).toMatch(/^\{name\} named the account/);
  }
  for (const minor of [true, false]) expect(by('window', minor)).toMatch(/named at a window/);
  expect(by('applicant')).toMatch(/guardian \{name\} changes it now/);
  expect(by('applicant', false)).toMatch(/^An account is named\. \{name\} changes it now/);
});

test('of an account that came by a link which was passed on, or in a way that was not kept, nobody is said to have named it', () => {
  for (const minor of [true, false]) {
    expect(by('invited', minor)).toMatch(/^The account was named by the link that was passed on to \{name\}/);
    expect(by(null, minor)).toBe('An account is named already. To change it, come to a window');
  }
});

test('who has said to be the heir and is not known reads why they may not change the account, and what to do', () => {
  for (const namedBy of ways)
    for (const minor of [true, false]) {
      const told = accountNamedBy({ account: { namedBy }, minor, yours: true, mayChangeAccount: false });
      expect(told?.en).toMatch(
        /officers have to see who you are first: come to a window with your identity document/,
      );
      expect(told?.zh).not.toContain('{name}');
    }
});

test('nothing is said where no account is named, or where it may be changed', () => {
  for (const yours of [true, false]) {
    expect(accountNamedBy({ account: null, minor: true, yours, mayChangeAccount: false })).toBeNull();
    for (const namedBy of ways)
      expect(accountNamedBy({ account: { namedBy }, minor: true, yours, mayChangeAccount: true })).toBeNull();
  }
});

test('a guardian is called by their name, and an heir by their own', () => {
  expect(speakerOf({ name: '何小宝', minor: true, guardianName: '钱芳' })).toBe('钱芳');
  expect(speakerOf({ name: '何佳', minor: false, guardianName: null })).toBe('何佳');
});

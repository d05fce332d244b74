import { expect, test } from 'vitest';
import { accountNamedBy, speakerOf } from './account-named-by.ts';

const by = (namedBy: 'window' | 'link' | 'invited' | 'heir' | 'applicant' | null, minor = true) =>
  accountNamedBy({ account: { namedBy }, minor, mayChangeAccount: false })?.en;

test('whoever may not change an account reads who named it, and who changes it', () => {
  for (const way of ['link', 'invited', 'heir'] as const) {
    expect(by(way)).toMatch(/^The guardian \{name\} named the account/);
    expect(by(way, false)).toMatch(/^\{name\} named the account/);
  }
  expect(by('window')).toMatch(/named at a window/);
  expect(by('applicant')).toMatch(/guardian \{name\} changes it now/);
});

test('nothing is said where no account is named, or where it may be changed', () => {
  expect(accountNamedBy({ account: null, minor: true, mayChangeAccount: false })).toBeNull();
  expect(
    accountNamedBy({ account: { namedBy: 'applicant' }, minor: true, mayChangeAccount: true }),
  ).toBeNull();
});

test('a guardian is called by their name, and an heir by their own', () => {
  expect(speakerOf({ name: '何小宝', minor: true, guardianName: '钱芳' })).toBe('钱芳');
  expect(speakerOf({ name: '何佳', minor: false, guardianName: null })).toBe('何佳');
});

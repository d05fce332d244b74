import { expect, test } from 'vitest';
import { accountNamedBy } from './account-named-by.ts';

const ways = ['window', 'link', 'invited', 'heir', 'applicant', null] as const;
const by = (namedBy: (typeof ways)[number], guardianName: string | null = '钱芳') =>
  accountNamedBy({
    account: { namedBy },
    guardianName,
    ward: false,
    linked: false,
    yours: false,
    mayChangeAccount: false,
  })?.en;

test('whoever wrote a minor down and may not change the account reads who named it, and who changes it', () => {
  for (const way of ['link', 'heir'] as const)
    expect(by(way)).toMatch(/^The guardian \{name\} named the account/);
  expect(by('window')).toMatch(/named at a window/);
  expect(by('applicant')).toMatch(/guardian \{name\} changes it now/);
});

test('of an account that came by a link which was passed on, or in a way that was not kept, nobody is said to have named it', () => {
  expect(by('invited')).toMatch(/^The account was named by the link that was passed on to \{name\}/);
  expect(by(null)).toBe('An account is named already. To change it, come to a window');
});

test('of a minor without a guardian on record no guardian is said to have named the account', () => {
  for (const way of ['link', 'heir', 'applicant'] as const)
    expect(by(way, null)).not.toMatch(/guardian|\{name\}/);
});

test('who has said to be the heir and is not known reads why they may not change the account, and what to do', () => {
  for (const namedBy of ways)
    for (const guardianName of [null, '钱芳']) {
      const told = accountNamedBy({
        account: { namedBy },
        guardianName,
        ...{ yours: true, ward: false, linked: false },
        mayChangeAccount: false,
      });
      expect(told?.en).toMatch(
        /officers have to see who you are first: come to a window with your identity document/,
      );
      expect(told?.zh).not.toContain('{name}');
    }
});

test('nothing is said where no account is named, or where it may be changed', () => {
  for (const yours of [true, false]) {
    const heir = { guardianName: '钱芳', yours, ward: false, linked: false };
    expect(accountNamedBy({ ...heir, account: null, mayChangeAccount: false })).toBeNull();
    for (const namedBy of ways)
      expect(accountNamedBy({ ...heir, account: { namedBy }, mayChangeAccount: true })).toBeNull();
  }
});

test('who applies and is the guardian reads that they change the child’s account by their link, and not who else does', () => {
  const own = { guardianName: '钱芳', yours: false, ward: true, linked: true, mayChangeAccount: false };
  for (const namedBy of ['link', 'invited', 'heir', 'applicant'] as const)
    expect(accountNamedBy({ ...own, account: { namedBy } })?.zh).toContain('由您作为监护人，用链接改');
  expect(accountNamedBy({ ...own, account: { namedBy: 'window' } })?.en).toMatch(/at a window/);
});

test('a guardian who has no link and is offered none reads of no link, but of the window', () => {
  const own = { guardianName: '钱芳', yours: false, ward: true, linked: false, mayChangeAccount: false };
  for (const namedBy of ways) {
    const told = accountNamedBy({ ...own, account: { namedBy } });
    expect([told?.zh, told?.en].join()).not.toMatch(/链接|link/);
    expect(told?.zh).toContain('窗口');
  }
});

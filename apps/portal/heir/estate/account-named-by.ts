import type { Text } from '#basics';
import type { Heir } from './estate.tsx';

/**
 * Why whoever looks may not change an account that they otherwise would: their own, or that of a minor whom they wrote down. `{name}` as
 * in `speakerOf`; null where none is named, or they may.
 */
export function accountNamedBy({
  account,
  yours,
  ward,
  linked,
  guardianName,
  mayChangeAccount,
}: Named): Text | null {
  if (account === null || mayChangeAccount) return null;
  if (yours) return notSeenYet;
  if (account.namedBy === 'window') return atWindow;
  if (ward && account.namedBy !== null) return linked ? wardsByLink : named;
  if (account.namedBy === 'invited') return byLink;
  if (account.namedBy === null || guardianName === null) return named;
  return account.namedBy === 'applicant' ? guardianChanges : guardianNamed;
}

type Named = Pick<Heir, 'yours' | 'guardianName' | 'mayChangeAccount'> & {
  /** Whoever looks is the guardian. */
  readonly ward: boolean;
  /** Who is the guardian has a link by which the account can be changed, or is offered one. */
  readonly linked: boolean;
  readonly account: Pick<NonNullable<Heir['account']>, 'namedBy'> | null;
};

const atWindow: Text = {
  zh: '账户是在窗口填的，要改请到窗口',
  en: 'The account was named at a window. To change it, come to a window',
};
/** Nobody of the agency knows who opened it. */
const byLink: Text = {
  zh: '账户是用转给{name}的链接填的，要改请用那个链接，或者到窗口',
  en: 'The account was named by the link that was passed on to {name}. To change it, use that link or come to a window',
};
/** By whom was not kept, or a minor has no guardian on record. */
const named: Text = {
  zh: '账户已填好，要改请到窗口',
  en: 'An account is named already. To change it, come to a window',
};
const notSeenYet: Text = {
  zh: '账户已填好。要改，先要由工作人员核对您是谁：请带身份证件到窗口；有本机构给的链接的，也可以用链接改',
  en: 'An account is named already. To change it, officers have to see who you are first: come to a window with your identity document. You may also use our link, if we gave you one',
};
const guardianNamed: Text = {
  zh: '账户是监护人{name}填的，只有监护人能改，或者到窗口改',
  en: 'The guardian {name} named the account. Only the guardian changes it, or a window',
};
const wardsByLink: Text = {
  zh: '账户已填好；现在由您作为监护人，用链接改，或者到窗口改',
  en: 'An account is named. You change it now as the guardian, by the link, or a window does',
};
const guardianChanges: Text = {
  zh: '账户已填好；现在由监护人{name}改，或者到窗口改',
  en: 'An account is named. The guardian {name} changes it now, or a window',
};

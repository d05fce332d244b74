import type { Text } from '#basics';
import type { Heir } from './estate.tsx';

/**
 * Who named the account, where whoever looks may not change it: `{name}` is the heir, or the guardian of a minor. Null where none is. To
 * whoever has said to be this heir: why they do not, since it is theirs.
 */
export function accountNamedBy({ account, minor, yours, mayChangeAccount }: Named): Text | null {
  if (account === null || mayChangeAccount) return null;
  if (yours) return notSeenYet;
  if (account.namedBy === null) return named;
  if (account.namedBy === 'window') return atWindow;
  if (account.namedBy === 'invited') return byLink;
  const who = minor ? guardian : heir;
  return account.namedBy === 'applicant' ? who.changes : who.named;
}

/** By what is known of an heir: the name of a minor's guardian, else their own. */
export function speakerOf({
  name,
  minor,
  guardianName,
}: Pick<Heir, 'name' | 'minor' | 'guardianName'>): string {
  return minor ? (guardianName ?? name) : name;
}

type Named = Pick<Heir, 'minor' | 'yours' | 'mayChangeAccount'> & {
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
/** By whom was not kept. */
const named: Text = {
  zh: '账户已填好，要改请到窗口',
  en: 'An account is named already. To change it, come to a window',
};
const notSeenYet: Text = {
  zh: '账户已填好。要改，先要由工作人员核对您是谁：请带身份证件到窗口；有本机构给的链接的，也可以用链接改',
  en: 'An account is named already. To change it, officers have to see who you are first: come to a window with your identity document. You may also use our link, if we gave you one',
};
const guardian = {
  named: {
    zh: '账户是监护人{name}填的，只有监护人能改，或者到窗口改',
    en: 'The guardian {name} named the account. Only the guardian changes it, or a window',
  },
  changes: {
    zh: '账户已填好；现在由监护人{name}改，或者到窗口改',
    en: 'An account is named. The guardian {name} changes it now, or a window',
  },
} satisfies Words;
const heir = {
  named: {
    zh: '账户是{name}自己填的，只有本人能改，或者到窗口改',
    en: '{name} named the account. Only they change it, or a window',
  },
  changes: {
    zh: '账户已填好；现在由{name}自己改，或者到窗口改',
    en: 'An account is named. {name} changes it now, or a window',
  },
} satisfies Words;

interface Words {
  readonly named: Text;
  readonly changes: Text;
}

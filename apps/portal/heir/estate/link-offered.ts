import type { Text } from '#basics';
import { beforeTheDecision } from './own-answers.ts';

/** What an heir may do by a link that a relative passes on: answer and name an account, answer only, or only object. */
export type LinkUse = 'everything' | 'answer' | 'object';

interface Order {
  readonly standing: string;
  readonly result: string | null;
}

/**
 * What a link is good for that whoever looks would pass on to an heir with these orders; null where it is good for nothing. From the
 * proposal on no account is named, and from the decision on nothing is heard but an objection, by an heir who has not been paid.
 */
export function linkUse(state: string, orders: readonly Order[]): LinkUse | null {
  if (state === 'proposed' || state === 'objection-proposed') return 'answer';
  if (beforeTheDecision(state)) return 'everything';
  const paid =
    orders.length > 0 && orders.every(({ standing, result }) => standing === 'open' && result === 'paid');
  return objectsIn.has(state) && !paid ? 'object' : null;
}

/** As the agency hears heirs after a decision. */
const objectsIn: ReadonlySet<string> = new Set([
  ...['approved', 'came-back', 'settled', 'paying', 'returned'],
]);

interface Waiting {
  /** It is their own share, or that of a child whose guardian they are. */
  readonly own: boolean;
  readonly mayNameAccount: boolean;
  /** One was named before. */
  readonly named: boolean;
}

/** How a share gets an account that waits for one, where whoever looks cannot name it here; `{name}` as in `speakerOf`. */
export function accountElsewhere(
  { own, mayNameAccount, named }: Waiting,
  orders: readonly { readonly accountWanted: boolean }[],
): Text | null {
  if (mayNameAccount || !orders.some(({ accountWanted }) => accountWanted)) return null;
  if (own) return named ? anotherOfOwn : firstOfOwn;
  return named ? anotherOfOther : firstOfOther;
}

const anotherOfOwn: Text = {
  zh: '要换收款账户，请带身份证件到窗口；有本机构给的链接的，也可以用链接换',
  en: 'To name another account, come to a window with your identity document. You may also use our link, if we gave you one',
};
const firstOfOwn: Text = {
  zh: '要填收款账户，请带身份证件到窗口；有本机构给的链接的，也可以用链接填',
  en: 'To name an account, come to a window with your identity document. You may also use our link, if we gave you one',
};
const anotherOfOther: Text = {
  zh: '收款账户由{name}自己换：登录以后换，用本机构给的链接换，或者带身份证件到窗口换。您转的链接换不了',
  en: '{name} names another account: signed in, by a link that we gave, or at a window with an identity document. A link that you pass on cannot do it',
};
const firstOfOther: Text = {
  zh: '收款账户由{name}自己填：登录以后填，用本机构给的链接填，或者带身份证件到窗口填。您转的链接填不了',
  en: '{name} names an account: signed in, by a link that we gave, or at a window with an identity document. A link that you pass on cannot do it',
};

/** What a link does, as the page tells it that makes it; `{name}` is whose it is. */
export const linkDoes: Readonly<Record<LinkUse, Text>> = {
  everything: {
    zh: '{name}打开它，就能看到份额，自己答复，自己填收款账户，不用登录。链接由您复制，用短信、微信都可以发。',
    en: 'With it {name} sees the shares, answers, and names an account, without a login. You copy it and send it by message or chat.',
  },
  answer: {
    zh: '{name}打开它，就能看到份额，自己答复，不用登录。账户现在不能用它填。链接由您复制，用短信、微信都可以发。',
    en: 'With it {name} sees the shares and answers, without a login. No account can be named with it now. You copy it and send it by message or chat.',
  },
  object: {
    zh: '这一件已经决定过。{name}打开它，能看到份额；不同意的，可以对还没有交给银行的份额提出异议，不用登录。别的都不能用它办，也不能用它填账户。链接由您复制，用短信、微信都可以发。',
    en: 'A decision has been made. With this link {name} sees the shares and may object to a share that has not gone to the bank, without a login. Nothing else can be done with it, and no account named. You copy it and send it by message or chat.',
  },
};

/** The same to the guardian who answers with it for the child. */
export const linkDoesForWard: Readonly<Record<LinkUse, Text>> = {
  everything: {
    zh: '您是{name}的监护人：打开它，就能替孩子答复。生成以后，孩子的收款账户也用这个链接改。',
    en: 'You are the guardian of {name}: with this link you answer for the child. Once it is made, you also change the child’s account with it.',
  },
  answer: {
    zh: '您是{name}的监护人：打开它，就能替孩子答复。账户现在不能用它改。',
    en: 'You are the guardian of {name}: with this link you answer for the child. The account cannot be changed with it now.',
  },
  object: {
    zh: '您是{name}的监护人。这一件已经决定过：不同意的，打开它，可以替孩子对还没有交给银行的份额提出异议。别的都不能用它办。',
    en: 'You are the guardian of {name}. A decision has been made: if you do not agree, with this link you may object for the child to a share that has not gone to the bank. Nothing else can be done with it.',
  },
};

/** What whoever has the link can do with it, and why no more counts at once. */
export const whoHasIt: Readonly<Record<'before' | 'after', Text>> = {
  before: {
    zh: '链接只发给本人。拿到的人可以替这一份答复，所以放弃的，或者同意按商量的份额分的，都要本人到窗口再确认一次才算数。',
    en: 'Send it to that person alone: whoever has it can answer for this share. That is why they have to confirm a waiver, or agreement to shares that are not equal, at a window before it counts.',
  },
  after: {
    zh: '链接只发给本人。拿到的人可以替这一份提出异议。',
    en: 'Send it to that person alone: whoever has it can object for this share.',
  },
};

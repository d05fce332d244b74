import type { Text } from '#basics';
import { relationNames, relations, relationToDead } from '#business/succession/public';
import { isPaidAtOnce, nameItHere } from '../account-words.ts';

/** How far it is, as one heir sees it. */
export type Stage = 'unshared' | 'proposed' | 'decided' | 'anew' | 'held' | 'paid' | 'ended';

export function stageOf(seen: {
  readonly decided: boolean;
  readonly decidedAnew: boolean;
  readonly ended: boolean;
  readonly shares: readonly unknown[];
  readonly ownShare: readonly {
    readonly standing: string;
    readonly result: string | null;
    /** Null until it is paid. */
    readonly amountFen: string | null;
  }[];
}): Stage {
  const { decided, decidedAnew, ended, shares, ownShare } = seen;
  if (!decided) return shares.length === 0 ? 'unshared' : 'proposed';
  if (ended) return 'ended';
  if (decidedAnew) return 'anew';
  if (ownShare.some(({ standing }) => standing === 'held')) return 'held';
  const arrived = ownShare.every(({ standing, result }) => standing === 'open' && result === 'paid');
  return ownShare.length > 0 && arrived ? 'paid' : 'decided';
}

/** Who the heir is to the person who died; a guardian is told it of the child. */
export function youAre(relation: Text, guardianSpeaks: boolean): Text {
  const who = guardianSpeaks ? { zh: '继承人是', en: 'the heir is' } : { zh: '您是', en: 'you are' };
  // Known by either language: a page in one of them has been built without the texts of the other.
  const isSaid = ({ zh, en }: Text) => zh === relation.zh || en === relation.en;
  const said = relations.find((each) => isSaid(relationNames[each])) ?? 'other';
  return {
    zh: `${who.zh}${said === 'other' ? '遗嘱、遗赠等指定的人' : `逝者的${relation.zh}`}`,
    en: `${who.en} ${relationToDead[said].en}`,
  };
}

/** Whose share it is to whoever reads: a guardian's page speaks of the child. */
export function shareOf(guardianSpeaks: boolean): Text {
  return guardianSpeaks
    ? { zh: '孩子的一份', en: 'the child’s share' }
    : { zh: '您的一份', en: 'your share' };
}

/** How the heir of this link is called beside the others; another heir may be a child of the person who died, too. */
export function heirIs(guardianSpeaks: boolean): Text {
  return guardianSpeaks ? { zh: '您监护的孩子', en: 'The child you speak for' } : { zh: '您', en: 'You' };
}

/** What is said first; `{you}` as in `youAre`, `{share}` as in `shareOf`. */
export const gentleAt: Readonly<Record<Stage, Text>> = {
  unshared: {
    zh: '请节哀。{who}的医保个人账户里还有余额，{you}。现在不用做什么；提出以后，用这个链接就能看到、答复。',
    en: 'We are sorry for your loss. The medical account of {who} still holds money, and {you}. There is nothing for you to do now; once shares are proposed, this link shows them and takes your answer.',
  },
  proposed: {
    zh: '请节哀。{who}的医保个人账户里还有余额，家人提出了下面的分法；{you}。',
    en: 'We are sorry for your loss. The medical account of {who} still holds money, and your family proposes the shares below; {you}.',
  },
  decided: {
    zh: '请节哀。{who}的医保个人账户余额已经决定怎样分，份额在下面；{you}。',
    en: 'We are sorry for your loss. How the medical account of {who} is shared has been decided, as below; {you}.',
  },
  anew: {
    zh: '请节哀。{who}的医保个人账户余额决定过怎样分，后来情况有变，正在重新审核；{you}。',
    en: 'We are sorry for your loss. How the medical account of {who} is shared had been decided; something has changed since, and it is being looked at again; {you}.',
  },
  held: {
    zh: '请节哀。{who}的医保个人账户余额已经有了决定。{share}有争议，先留着；{you}。',
    en: 'We are sorry for your loss. A decision has been made on the medical account of {who}; {share} is in dispute and kept back, and {you}.',
  },
  paid: {
    zh: '请节哀。{who}的医保个人账户余额已经分好，{share}已经付出；{you}。',
    en: 'We are sorry for your loss. The medical account of {who} has been shared, and {share} is paid; {you}.',
  },
  ended: {
    zh: '请节哀。领取{who}医保个人账户余额的申请已经结束，没有付款；{you}。',
    en: 'We are sorry for your loss. The application for the medical account of {who} has ended without a payment; {you}.',
  },
};

/** What is left out on the page, and why: by shares and a sum anybody can work out what the others get. Null where nothing stands there. */
export function leftOut(seen: Parameters<typeof stageOf>[0] & { readonly ownAmount: unknown }): Text | null {
  if (stageOf(seen) === 'unshared') return null;
  const told = seen.ownAmount !== null || seen.ownShare.some(({ amountFen }) => amountFen !== null);
  return told ? noNames : noNamesNorSums;
}

const noNames: Text = {
  zh: '为保护大家，这里不写其他人的名字。',
  en: 'To protect everybody, no other names are shown here.',
};
const noNamesNorSums: Text = {
  zh: '为保护大家，这里不写金额和其他人的名字。',
  en: 'To protect everybody, no amounts and no other names are shown here.',
};

/** What may still be done once it is decided. */
const afterwardsAt: Readonly<Record<Stage, Text>> = {
  unshared: {
    zh: '链接有效期至 {until}。',
    en: 'This link is good until {until}.',
  },
  proposed: {
    zh: '链接有效期至 {until}。',
    en: 'This link is good until {until}.',
  },
  decided: {
    zh: '这件事已经有了决定。还没有交给银行的份额，仍可以提出异议；别的请到窗口。链接有效期至 {until}。',
    en: 'It has been decided. You may still object to a share that has not gone to the bank; for anything else come to a window. This link is good until {until}.',
  },
  anew: {
    zh: '正在重新审核，您现在不用做什么；有不同意的，仍可以提出异议。有不清楚的，请到窗口或者打电话问。链接有效期至 {until}。',
    en: 'It is being looked at again, and there is nothing for you to do now; if you do not agree you may still object. If anything is unclear, ask at a window or by telephone. This link is good until {until}.',
  },
  held: {
    zh: '有争议的一份不会付给别人。商量好了，请带大家签了字的协议到窗口；有法院文书的，带文书来。链接有效期至 {until}。',
    en: 'The share in dispute is paid to nobody meanwhile. Once you have settled it, bring the agreement that everybody has signed to a window, or the court’s paper. This link is good until {until}.',
  },
  paid: {
    zh: '您不用再做什么。有不清楚的，请到窗口或者打电话问。链接有效期至 {until}。',
    en: 'There is nothing more for you to do. If anything is unclear, ask at a window or by telephone. This link is good until {until}.',
  },
  ended: {
    zh: '您不用再做什么。想知道原因，请到窗口或者打电话问。链接有效期至 {until}。',
    en: 'There is nothing more for you to do. To learn why, ask at a window or by telephone. This link is good until {until}.',
  },
};

/** The same while the share has no account to go to, which may be named by this link. */
const afterwardsWithAccount: Text = {
  zh: `这件事已经有了决定。${nameItHere('above').zh}还没有交给银行的份额，仍可以提出异议；别的请到窗口。链接有效期至 {until}。`,
  en: `It has been decided. ${nameItHere('above').en} You may still object to a share that has not gone to the bank; for anything else come to a window. This link is good until {until}.`,
};
/** And while it is kept back. */
const heldWithAccount: Text = {
  zh: '有争议的一份不会付给别人。商量好了，请带大家签了字的协议到窗口；有法院文书的，带文书来。您的收款账户现在就可以在上面填好。链接有效期至 {until}。',
  en: 'The share in dispute is paid to nobody meanwhile. Once you have settled it, bring the agreement that everybody has signed to a window, or the court’s paper. You can name your account above already. This link is good until {until}.',
};

/** What may still be done, as this heir stands to it. */
export function afterwardsFor(
  seen: Parameters<typeof stageOf>[0] & { readonly accountWanted: boolean },
): Text {
  if (!seen.accountWanted) return afterwardsAt[stageOf(seen)];
  return isPaidAtOnce(seen.ownShare) ? afterwardsWithAccount : heldWithAccount;
}

/** How an answer stands that was given; `again` where the shares changed since, so that it counts no more. */
export type AnswerStands = 'open' | 'given' | 'to-confirm' | 'again';

/** Nothing is asked of an agreement any more once it is decided. */
export function answerStands(seen: {
  readonly word: string | null;
  readonly unconfirmed: boolean;
  readonly decided: boolean;
  readonly agreement: string;
}): AnswerStands {
  const { word, unconfirmed, decided, agreement } = seen;
  if (word === null) return 'open';
  if (decided) return 'given';
  if (unconfirmed) return 'to-confirm';
  return word === 'agree' && agreement === 'lacking' ? 'again' : 'given';
}

/** What is said before an answer, beside until when the link is good; after it nothing of a decision to come. */
export function meanwhileFor({
  agreement,
  byRelative,
  word,
}: {
  readonly agreement: string;
  readonly byRelative: boolean;
  readonly word: string | null;
}): readonly Text[] {
  if (agreement === 'not-needed') return word === null ? [silenceAccepts] : [];
  return [
    ...(word === null ? [everybodyAgrees] : []),
    ...(byRelative && agreement === 'lacking' ? [agreeingOnceMore] : []),
  ];
}

const silenceAccepts: Text = {
  zh: '不表示的，视为接受继承。',
  en: 'Anybody who says nothing is taken to accept.',
};
const everybodyAgrees: Text = {
  zh: '这个分法要每位继承人都同意才能办；不表示的，不算同意。',
  en: 'These shares need every heir’s agreement; saying nothing is not agreeing.',
};
/** Said before they agree, where a relative passed the link on. */
export const agreeingOnceMore: Text = {
  zh: '这不是法律规定的均等份额，链接又是家人转给您的：用它表示同意以后，还要请您本人带身份证件到窗口确认一次，才算数。',
  en: 'These are not the equal shares of the law, and a relative passed the link on to you: after agreeing by it, confirm it once more at a window with your identity document; only then does it count.',
};

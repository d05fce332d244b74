import type { Text } from '#basics';
import type { useSay } from '../../ui/language.tsx';
import { invitedPage } from '../../ui/links.ts';
import { sentence } from '../../ui/sentence.ts';
import type { Task } from '../../ui/task-list.tsx';
import { accountFor, isPaidAtOnce } from '../account-words.ts';
import type { Seen } from './link.tsx';
import { answerStands, stageOf } from './stage.ts';

/** What an invited heir can do, and how far each of it is: their answer, and the account for their share, by its end if just saved. */
export function tasksOf(
  seen: Seen,
  { say, tail }: { readonly say: ReturnType<typeof useSay>; readonly tail: string | null },
): readonly Task[] {
  const { guardianSpeaks } = seen;
  const hint = accountHint(seen, tail);
  return [
    answerTask(seen, say),
    {
      ...{ id: 'account', to: invitedPage.account() },
      title: say(
        guardianSpeaks
          ? { zh: '孩子那一份的收款账户', en: 'The account for the child’s share' }
          : { zh: '您的收款账户', en: 'The account for your share' },
      ),
      ...(hint && { hint: say(hint, { tail: tail ?? '' }) }),
      state: accountState(seen, say),
    },
  ];
}

function answerTask(seen: Seen, say: ReturnType<typeof useSay>): Task {
  const { yourWord, decided, mayAnswer, guardianSpeaks } = seen;
  const asked = guardianSpeaks
    ? { zh: '同意，或者有异议', en: 'Agree or object' }
    : { zh: '同意、放弃，或者有异议', en: 'Agree, waive or object' };
  const open = mayAnswer ? say(decided ? silent : asked) : undefined;
  return {
    ...{ id: 'answer', to: invitedPage.answer() },
    hint: yourWord ? sentence(say(yourWord)) : open,
    title: say({ zh: '您的答复', en: 'Your answer' }),
    state: answerState(seen, say),
  };
}

/** `tail`: of the account that was saved in this window. None where the money went there: that stands beside it. */
function accountHint(seen: Seen, tail: string | null): Text | null {
  const { accountWanted, accountLacks, accountNamed, guardianSpeaks } = seen;
  if (tail !== null && !accountWanted) return justSaved;
  if (stageOf(seen) === 'paid') return null;
  return accountFor({
    cameBack: accountLacks && accountNamed,
    held: stageOf(seen) === 'held' && !isPaidAtOnce(seen.ownShare),
    ofChild: guardianSpeaks,
  });
}

/** Whether this link takes an account now: also after the decision, while their share has nowhere to go. */
export function mayNameHere({ word, accountWanted, decided, accountStands }: Seen): boolean {
  return word !== 'waive' && (accountWanted || !(decided || accountStands));
}

function accountState(seen: Seen, say: ReturnType<typeof useSay>): Task['state'] {
  if (!mayNameHere(seen)) return accountOver(seen, say);
  if (seen.accountWanted) return { is: 'to-do' };
  return { is: seen.accountNamed ? 'done' : 'to-do' };
}

/** Done only once it counts; of whoever said nothing before the decision nothing is asked any more, and all over nothing is taken. */
function answerState(seen: Seen, say: ReturnType<typeof useSay>): Task['state'] {
  const { word, shares, decided, mayAnswer } = seen;
  if (word === 'waive')
    return { is: 'over', says: say({ zh: '已表示', en: 'Answered' }), why: say(waivedAlready) };
  if (!mayAnswer)
    return {
      is: 'over',
      says: say(word === null ? { zh: '没有表示', en: 'None given' } : { zh: '已表示', en: 'Answered' }),
      why: say(allOver),
    };
  if (shares.length === 0)
    return { is: 'not-yet', why: say({ zh: '等份额提出来', en: 'Once shares are proposed' }) };
  if (word === null && decided) return { is: 'optional' };
  const stands = answerStands(seen);
  if (stands === 'to-confirm')
    return { is: 'waiting', who: say({ zh: '您到窗口确认', en: 'you to confirm it at a window' }) };
  return { is: stands === 'given' ? 'done' : 'to-do' };
}

/** After a waiver or the decision no account is named here any more. */
function accountOver(seen: Seen, say: ReturnType<typeof useSay>): Task['state'] {
  if (seen.word === 'waive')
    return { is: 'over', says: say({ zh: '不用填', en: 'Not needed' }), why: say(nothingToPay) };
  if (seen.ended) return { is: 'over', says: say({ zh: '不用填', en: 'Not needed' }), why: say(noPayment) };
  if (!seen.decided) return { is: 'over', says: say({ zh: '已填好', en: 'Named' }), why: say(accountStands) };
  if (seen.byRelative && seen.accountLacks)
    return { is: 'over', says: say(notHere), why: say(byAnotherLink) };
  const stage = stageOf(seen);
  if (!seen.accountNamed && !seen.byRelative) {
    if (stage === 'anew') return { is: 'not-yet', why: say(onceLookedAt) };
    // Decided and not settled yet, with a share of theirs: from the settlement on this link takes the account.
    if (seen.ownAmount?.provisional) return { is: 'not-yet', why: say(onceSettled) };
  }
  return {
    is: 'over',
    says: say(seen.accountNamed ? { zh: '已填好', en: 'Named' } : { zh: '请到窗口', en: 'At a window' }),
    why: say(stage === 'paid' ? alreadyPaid : seen.accountNamed ? atTheWindow : nameAtTheWindow),
  };
}

const justSaved: Text = { zh: '已保存尾号 {tail} 的账户', en: 'Saved: the account ending in {tail}' };
const accountStands: Text = {
  zh: '已经登记过账户，家人转的链接不能更改；要改，请带身份证件到窗口。',
  en: 'An account is named already, and a link that a relative passed on does not change it. To change it come to a window with your identity document.',
};
const waivedAlready: Text = {
  zh: '放弃以后不能用链接收回；要改，请到窗口，或者由法院决定。',
  en: 'A waiver cannot be taken back with this link. To change it come to a window, or a court decides.',
};
const nothingToPay: Text = {
  zh: '放弃以后，没有要付给您的钱。',
  en: 'After a waiver nothing is paid to you.',
};
const noPayment: Text = {
  zh: '申请已经结束，没有付款。',
  en: 'The application has ended without a payment.',
};
const silent: Text = {
  zh: '决定以前没有表示；不同意的，仍可以对还没有交给银行的份额提出异议',
  en: 'You said nothing before the decision. If you do not agree, you may still object to a share that has not gone to the bank',
};
const allOver: Text = {
  zh: '都办结了，这里不再收答复；有不清楚的，请到窗口或者打电话问。',
  en: 'All of it is over, and no answer is taken here any more. If anything is unclear, ask at a window or by telephone.',
};
const notHere: Text = { zh: '这里不能填', en: 'Not by this link' };
const byAnotherLink: Text = {
  zh: '这个链接是家人转给您的，决定以后不能用它填账户。请向我们要一个发给您本人的链接，再自己填；或者带身份证件到窗口填。',
  en: 'A relative passed this link on, so after the decision no account can be named with it. Ask us for a link of your own and name it there, or come to a window with your identity document.',
};
const alreadyPaid: Text = { zh: '款项已经付到这里。', en: 'It has been paid there.' };
const onceSettled: Text = {
  zh: '已经决定。账户结清以后，用这个链接就能在这里填。',
  en: 'It has been decided. Once the account of the person who died is settled, you can name yours here by this link.',
};
const onceLookedAt: Text = {
  zh: '正在重新审核。审核开始以后，用这个链接就能在这里填。',
  en: 'It is being looked at again. Once that has begun, you can name your account here by this link.',
};
const nameAtTheWindow: Text = {
  zh: '已经决定；还没有填账户的，请到窗口填。',
  en: 'It has been decided: come to a window to name an account.',
};
const atTheWindow: Text = {
  zh: '已经决定，账户要改请到窗口。',
  en: 'It has been decided: come to a window to change the account.',
};

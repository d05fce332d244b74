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
  const { word, yourWord, shares, guardianSpeaks } = seen;
  const out = word === 'waive';
  const nothingYet = shares.length === 0;
  const hint = accountHint(seen, tail);
  return [
    {
      ...{ id: 'answer', to: invitedPage.answer() },
      title: say({ zh: '您的答复', en: 'Your answer' }),
      hint: yourWord
        ? sentence(say(yourWord))
        : say(
            guardianSpeaks
              ? { zh: '同意，或者有异议', en: 'Agree or object' }
              : { zh: '同意、放弃，或者有异议', en: 'Agree, waive or object' },
          ),
      state: out
        ? { is: 'over', says: say({ zh: '已表示', en: 'Answered' }), why: say(waivedAlready) }
        : nothingYet
          ? { is: 'not-yet', why: say({ zh: '等份额提出来', en: 'Once shares are proposed' }) }
          : answerState(seen, say),
    },
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

/** `tail`: of the account that was saved in this window. None where the money went there: that stands beside it. */
function accountHint(seen: Seen, tail: string | null): Text | null {
  const { accountWanted, accountNamed, guardianSpeaks } = seen;
  if (tail !== null && !accountWanted) return justSaved;
  if (stageOf(seen) === 'paid') return null;
  return accountFor({
    cameBack: accountWanted && accountNamed,
    held: stageOf(seen) === 'held' && !isPaidAtOnce(seen.ownShare),
    ofChild: guardianSpeaks,
  });
}

/** Also after the decision it is theirs to do, while their share has nowhere to go. */
function accountState(seen: Seen, say: ReturnType<typeof useSay>): Task['state'] {
  if (seen.word !== 'waive' && seen.accountWanted) return { is: 'to-do' };
  if (seen.word === 'waive' || seen.decided || seen.accountStands) return accountOver(seen, say);
  return { is: seen.accountNamed ? 'done' : 'to-do' };
}

/** Done only once it counts. */
function answerState(seen: Seen, say: ReturnType<typeof useSay>): Task['state'] {
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

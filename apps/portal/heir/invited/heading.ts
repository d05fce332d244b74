import type { Text } from '#basics';
import { isPaidAtOnce } from '../account-words.ts';
import { isObjectionOpen } from './answers.ts';
import type { Seen } from './link.tsx';
import { answerStands, shareOf, stageOf } from './stage.ts';

/** What the page is about to whoever opens it: what is asked of them, else how they stand to it, else what became of it. */
export function headingOf(seen: Seen): Text {
  const { word, unconfirmed, decided } = seen;
  if (word === null && stageOf(seen) === 'unshared') return notYet;
  if (decided) return onceDecided(seen);
  const stands = answerStands(seen);
  if (stands === 'again') return changed;
  if (stands === 'to-confirm') return word === 'waive' ? waivedUnseen : agreedUnseen;
  return word === 'waive' && unconfirmed ? waivedUnseen : (headings[word ?? ''] ?? opening);
}

function onceDecided(seen: Seen): Text {
  const { word, guardianSpeaks, accountWanted, accountNamed, ownShare, objection } = seen;
  if (word === 'waive') return seen.unconfirmed ? waivedUnseen : waived;
  if (accountWanted && isPaidAtOnce(ownShare)) return accountNamed ? anotherAccount : anAccount;
  if (word === 'object' && isObjectionOpen(objection)) return objected;
  const stage = stageOf(seen);
  return word === 'agree' && stage !== 'paid' && stage !== 'ended' ? agreed : shareOf(guardianSpeaks);
}

const notYet: Text = { zh: '怎样分，还没有提出来', en: 'No shares are proposed yet' };
const opening: Text = { zh: '这样分，您同意吗？', en: 'Do you agree to these shares?' };
const agreed: Text = { zh: '您已同意这样分', en: 'You have agreed to these shares' };
const waived: Text = { zh: '您已放弃自己的一份', en: 'You have waived your share' };
const objected: Text = { zh: '您提出了异议', en: 'You have objected' };
const headings: Readonly<Record<string, Text>> = { agree: agreed, waive: waived, object: objected };
const anotherAccount: Text = {
  zh: '银行退回了付款，请换一个账户',
  en: 'The bank sent the payment back: name another account',
};
const anAccount: Text = { zh: '请填好收款账户', en: 'Name the account for the share' };
const waivedUnseen: Text = {
  zh: '您表示放弃，还要确认一次',
  en: 'You said that you waive; it is still to be confirmed',
};
const agreedUnseen: Text = {
  zh: '您表示同意，还要确认一次',
  en: 'You said that you agree; it is still to be confirmed',
};
const changed: Text = {
  zh: '份额改过了，这样分您同意吗？',
  en: 'The shares have changed. Do you agree to these?',
};

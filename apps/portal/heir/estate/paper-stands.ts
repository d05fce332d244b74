import { plainDate, type Text } from '#basics';
import { showDate } from '../../ui/dates.ts';
import type { EstateSeen, Paper } from './estate.tsx';
import { identitySeen, type Words } from './identity-seen.ts';

/** What is known of a case that says why a paper is not asked for. */
export type Known = Pick<EstateSeen, 'diedOn' | 'papers' | 'heirs'>;

/** Whether nothing is to be handed in for a paper, as what it would show is on record or is given on these pages. */
export function isOnRecord({ state }: Pick<Paper, 'state'>): boolean {
  return state === 'on-record';
}

/** How one paper stands, in a sentence: what is on record in its place and since when, or what became of what was handed in. */
export function paperStands(paper: Paper, known: Known, words: Words): string {
  const { say, language } = words;
  const on = (day: string) => showDate(plainDate(day), language);
  if (isOnRecord(paper)) return onRecord(paper, known, words);
  const last = paper.given.at(-1);
  if (paper.state === 'missing' || last === undefined)
    return say({ zh: '还没有交', en: 'Not handed in yet' });
  if (last.verdict?.verdict === 'accepted')
    return say(
      { zh: '工作人员 {on}核对过，不用再交', en: 'Seen by an officer on {on}; not asked for again' },
      { on: on(last.verdict.on) },
    );
  if (paper.state === 'given')
    return say(
      { zh: '{on}收到的，不用再交', en: 'Received on {on}; not asked for again' },
      { on: on(last.on) },
    );
  return say(
    { zh: '{on}交的，我们收到了，工作人员会核对', en: 'Handed in on {on}; an officer will look at it' },
    { on: on(last.on) },
  );
}

function onRecord(paper: Paper, known: Known, words: Words): string {
  const { say, language } = words;
  const { diedOn, heirs } = known;
  const on = (day: string) => showDate(plainDate(day), language);
  if (paper.onRecord !== null) return say(seenElsewhere, { on: on(paper.onRecord.acceptedOn) });
  switch (paper.materialId) {
    case 'identity-document':
      return identitySeen(known, words) ?? say(notNeeded);
    case 'death-proof':
      return diedOn === null ? say(notNeeded) : say(deathKnown, { on: on(diedOn) });
    case 'succession-proof':
      return heirs.relationSeenOn === null
        ? say(relationKnown)
        : say(relationSeen, { on: on(heirs.relationSeenOn) });
    case 'application-form':
      return say(isTheForm);
    case 'payee-bank-account':
      return say(accountsNamed);
    default:
      return say(notNeeded);
  }
}

const notNeeded: Text = { zh: '已经登记在案，不用交', en: 'It is on record and is not asked for' };
const seenElsewhere: Text = {
  zh: '工作人员 {on}核对过，不用再交',
  en: 'Seen by an officer on {on}; not asked for again',
};
const deathKnown: Text = {
  zh: '去世信息已经登记（{on}去世），不用交证明',
  en: 'The death is on record (on {on}); no proof is needed',
};
const relationKnown: Text = {
  zh: '亲属关系已由两名工作人员确认，不用交证明',
  en: 'Two officers confirmed the relation; no proof is needed',
};
const relationSeen: Text = {
  zh: '两名工作人员 {on}看过您和逝者亲属关系的证明，已经确认，不用再交',
  en: 'On {on} two officers confirmed how you are related to the person who died; no proof is needed again',
};
const isTheForm: Text = {
  zh: '您在这里填的就是申请表，不用另外交',
  en: 'What you fill in here is the form; nothing is handed in besides',
};
const accountsNamed: Text = {
  zh: '收款账户在这里填，不用交卡的照片',
  en: 'Accounts are named on these pages; no picture of a card is needed',
};

import type { Text } from '#basics';
import { maskName } from '#business/registry/public';
import { type Relation, relationNames } from '#business/succession/public';
import { documentTitles } from './letter.ts';
import { titleOf } from './letter-title.ts';
import type { LetterItemRow } from './store.ts';
import { namesRequests } from './versions.ts';

/**
 * What a letter is called in a list. After a death there are many of one kind: those to single heirs say besides to whom each is
 * written, masked, and what of the share it tells.
 */
export function listTitle(row: LetterItemRow): Text {
  const title = titleOnIt(row);
  if (row.heirRelation === null || row.heirName === null) return title;
  const relation = relationNames[row.heirRelation as Relation]; // as its table holds it
  const name = maskName(row.heirName);
  const about = aboutMoved[row.moved ?? ''] ?? aboutShare[row.step ?? ''];
  return {
    zh: [title.zh, `${relation.zh} ${name}`, ...(about ? [about.zh] : [])].join(' · '),
    en: [title.en, `${relation.en} ${name}`, ...(about ? [about.en] : [])].join(' · '),
  };
}

/** What stands on the letter: a request that was issued as a reminder is listed as one. */
function titleOnIt(row: LetterItemRow): Text {
  return namesRequests(row.templateVersion) ? titleOf(row) : documentTitles[row.kind];
}

const decided: Text = { zh: '已决定', en: 'decided' };
const disputed: Text = { zh: '有异议', en: 'disputed' };
const paid: Text = { zh: '已付款', en: 'paid' };
const sentBack: Text = { zh: '银行退回', en: 'sent back by the bank' };

/** By the step that it tells of. */
const aboutShare: Readonly<Record<string, Text>> = {
  approve: decided,
  'overturn-refusal': decided,
  settle: { zh: '结清时留存', en: 'kept at the settlement' },
  'hear-heir': disputed,
  'share-held': disputed,
  'share-moved': { zh: '款项有变动', en: 'the money moved' },
  'confirm-paid': paid,
  'return-payment': sentBack,
};

/** One share among several: the others may wait still, and the case is not paid. */
const aboutMoved: Readonly<Record<string, Text>> = {
  ...{ paid, returned: sentBack },
  divided: { zh: '已重新分配', en: 'divided anew' },
};

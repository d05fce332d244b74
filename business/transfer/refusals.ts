import { defineRefusals } from '#basics';
import { decisionsRefusals } from './refusals-decisions.ts';
import { moneyRefusals } from './refusals-money.ts';
import { paperRefusals } from './refusals-paper.ts';
import { wordsRefusals } from './refusals-words.ts';

/** Why a transfer is not opened, or a step in it not taken. */
const caseRefusals = defineRefusals({
  'transfer.no-transfer': {
    kind: 'conflict',
    text: {
      zh: '没有这件转移，或者它现在的状态不能办理这一步。',
      en: 'There is no such transfer, or this step does not fit where it stands.',
    },
    next: { zh: '查看这件转移现在的状态。', en: 'Look where the transfer stands now.' },
  },
  'transfer.opened-already': {
    kind: 'conflict',
    text: { zh: '这件转移已经登记。', en: 'This transfer is on record already.' },
    next: { zh: '按转移编号打开已有的业务。', en: 'Open the case that has the transfer’s number.' },
  },
  'transfer.open-already': {
    kind: 'conflict',
    text: {
      zh: '此人已有一件转移在办，不能同时再办一件。',
      en: 'A transfer of this person is under way: there is one at a time.',
    },
    next: {
      zh: '先看在办的那一件（transfer list 或办件列表）；办完或者撤回后再来。',
      en: 'See to the one that is open first (transfer list); come back once it is over or taken back.',
    },
  },
  'transfer.another-sheet': {
    kind: 'conflict',
    text: {
      zh: '现在核对的不是这张信息表：后来又来了一张，只能按最后来的那张办理。',
      en: 'This is not the sheet that is being checked: another came since, and only the last one is decided on.',
    },
    next: {
      zh: '重新打开办件，核对最后来的那张，写明它的报文编号。',
      en: 'Open the case again, look at the sheet that came last, and name its message.',
    },
  },
  'transfer.own-region': {
    kind: 'unprocessable',
    text: {
      zh: '对方统筹区就是本机构，不需要转移。',
      en: 'The other agency is this one: there is nothing to transfer.',
    },
    next: { zh: '选择另一个统筹区。', en: 'Choose another region.' },
  },
  'transfer.another-partner': {
    kind: 'conflict',
    text: {
      zh: '这件转移不是与该机构办理的。',
      en: 'The transfer is not with that agency.',
    },
    next: { zh: '核对来函机构和转移编号。', en: 'Compare who wrote with the number of the transfer.' },
  },
  'transfer.another-person': {
    kind: 'conflict',
    text: {
      zh: '来函所说的人不是这件转移的参保人。',
      en: 'The letter is about somebody else than the person of this transfer.',
    },
    next: {
      zh: '核对证件号码和转移编号。',
      en: 'Compare the identity number and the number of the transfer.',
    },
  },
  'transfer.not-accepted': {
    kind: 'conflict',
    text: {
      zh: '这件转移没有接受有效的联系函。',
      en: 'The transfer has not been accepted on a contact letter that stands.',
    },
    next: { zh: '等转入地的联系函。', en: 'Wait for the contact letter of the other agency.' },
  },
  'transfer.accepted-already': {
    kind: 'conflict',
    text: {
      zh: '这封联系函已经用过，或者这件转移已经接受。',
      en: 'This contact letter has been used, or the transfer is accepted already.',
    },
    next: { zh: '查看这件转移现在的状态。', en: 'Look where the transfer stands now.' },
  },
  'transfer.no-person': {
    kind: 'not-found',
    text: { zh: '没有找到这位参保人。', en: 'This insured person was not found.' },
    next: { zh: '请核对身份信息。', en: 'Check who it is.' },
  },
  'transfer.bad-input': {
    kind: 'bad-input',
    text: { zh: '填写的内容有误。', en: 'What was filled in is not right.' },
    next: { zh: '请按列出的问题逐项改正。', en: 'Correct everything that is listed.' },
  },
  'transfer.no-such-region': {
    kind: 'bad-input',
    text: {
      zh: '没有“{region}”这个地区代码。',
      en: 'There is no region “{region}”.',
    },
    next: {
      zh: '地区代码是六位数字，例如 510100；可以转移的地区见机构名录：suixing partners list，或者 GET /partners；本人办理的，请到窗口询问。',
      en: 'A region is six digits, as 510100; the directory lists those that can be transferred with: `suixing partners list`, or GET /partners. Who applies for themselves asks at the window.',
    },
  },
  'transfer.no-such-state': {
    kind: 'bad-input',
    text: { zh: '没有“{state}”这个状态。', en: 'There is no state “{state}”.' },
    next: { zh: '用下面的状态，可用逗号列几个：', en: 'Name one of these, or several separated by commas:' },
  },
  'transfer.no-rules': {
    kind: 'unavailable',
    text: { zh: '现在没有适用于转移的规则。', en: 'No rules on transfers are in force now.' },
    next: { zh: '请管理员安排适用的规则集。', en: 'An administrator schedules the rule set that applies.' },
  },
  'transfer.not-open': {
    kind: 'unprocessable',
    text: {
      zh: '现在还不能转移，原因全部列出。',
      en: 'It cannot be transferred yet; every reason is listed.',
    },
    next: { zh: '按各项所写的办法解决后再申请。', en: 'Do what each of them says, then apply again.' },
  },
  'transfer.bad-period': {
    kind: 'bad-input',
    text: {
      zh: '统计期间从 {from} 到 {to} 不对：起始月要早于或等于截止月，最多 {months} 个月。',
      en: 'The period from {from} to {to} is none: it must not end before it begins, and has at most {months} months.',
    },
    next: {
      zh: '改正起止月份，写成 2026-01；都不写就是最近十二个月。',
      en: 'Put the months right, written 2026-01; without them it is the last twelve.',
    },
  },
});

/** Everything that this folder refuses with. */
export const transferRefusals = {
  ...caseRefusals,
  ...wordsRefusals,
  ...paperRefusals,
  ...moneyRefusals,
  ...decisionsRefusals,
};

export type TransferCode = keyof typeof transferRefusals;

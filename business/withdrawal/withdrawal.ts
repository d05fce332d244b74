import { assignmentActions, type Process, type State } from '#engines/casework/public';
import { objectionActions, paymentActions } from './after-decision-actions.ts';
import { withdrawalProcess1 } from './withdrawal-1.ts';
import { applicantActions, notYet, officerActions } from './withdrawal-actions.ts';

/**
 * Paying a personal account out: from the application to the bank's word that the money arrived, and what may follow. What
 * each ground needs is in grounds/; this says who may do what, when, and whose hands the case is in. A change makes a new
 * version: running cases keep theirs, so the declaration before it moves into a file of its own and into `earlier`.
 */

const review: Readonly<Record<string, State>> = {
  draft: { name: { zh: '草稿', en: 'Draft' }, heldBy: 'applicant', clock: 'not-started' },
  'awaiting-confirmation': {
    name: { zh: '自动开办，待确认收款账户', en: 'Opened by itself: the payee is to be confirmed' },
    heldBy: 'applicant',
    clock: 'not-started',
  },
  submitted: { name: { zh: '已受理', en: 'Received' }, heldBy: 'agency', clock: 'running' },
  'in-review': { name: { zh: '审核中', en: 'In review' }, heldBy: 'agency', clock: 'running' },
  'awaiting-materials': {
    name: { zh: '等待补充材料', en: 'Waiting for papers' },
    heldBy: 'applicant',
    clock: 'paused',
  },
  proposed: {
    name: { zh: '等待复核', en: 'Waiting for the second officer' },
    heldBy: 'agency',
    clock: 'running',
  },
  approved: { name: { zh: '已同意', en: 'Approved' }, heldBy: 'agency', clock: 'running' },
  'came-back': {
    name: { zh: '情况有变，待重新审核', en: 'Came back: the facts changed after the approval' },
    heldBy: 'agency',
    clock: 'running',
  },
  refused: { name: { zh: '不予支取', en: 'Refused' }, heldBy: 'nobody', clock: 'over', final: true },
  'not-completed': {
    name: { zh: '逾期未补正，已终止', en: 'Closed: the papers did not come' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
  'draft-ended': {
    name: { zh: '草稿已结束，没有申请', en: 'The draft ended; nothing was applied for' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
  'withdrawn-by-applicant': {
    name: { zh: '申请人已撤回', en: 'Withdrawn by the applicant' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
};

const payment: Readonly<Record<string, State>> = {
  settled: { name: { zh: '已结清，待付款', en: 'Settled, to be paid' }, heldBy: 'agency', clock: 'running' },
  paying: { name: { zh: '银行付款中', en: 'With the bank' }, heldBy: 'bank', clock: 'running' },
  returned: { name: { zh: '银行退回', en: 'Sent back by the bank' }, heldBy: 'applicant', clock: 'paused' },
  paid: { name: { zh: '已到账', en: 'Paid' }, heldBy: 'nobody', clock: 'over', final: true },
  refunded: {
    name: { zh: '款项已退回个人账户', en: 'The money went back into the account' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
};

const objection: Readonly<Record<string, State>> = {
  objection: { name: { zh: '异议审查中', en: 'Objection under review' }, heldBy: 'agency', clock: 'running' },
  'objection-proposed': {
    name: { zh: '异议决定等待复核', en: 'Objection: waiting for the second officer' },
    heldBy: 'agency',
    clock: 'running',
  },
  revoked: {
    name: { zh: '支付决定已撤销', en: 'The decision to pay was revoked' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
};

const states = { ...review, ...payment, ...objection };

export const withdrawalProcess: Process = {
  id: 'withdrawal',
  version: '2',
  earlier: [withdrawalProcess1],
  name: { zh: '一次性支取个人账户', en: 'Paying out a personal account' },
  initial: 'draft',
  states,
  actions: {
    ...{ ...applicantActions, ...officerActions, ...assignmentActions(states, notYet) },
    ...{ ...paymentActions, ...objectionActions },
  },
  needs: {
    'approval-supported': {
      zh: '事实、材料或收款账户还不齐备，不能同意',
      en: 'facts, papers or the payee’s account do not allow an approval yet',
    },
    'refusal-supported': {
      zh: '没有不予支取的理由',
      en: 'nothing in the facts or papers stands against it',
    },
    'approval-proposed': { zh: '经办没有提出同意', en: 'no approval was proposed' },
    'refusal-proposed': { zh: '经办没有提出不同意', en: 'no refusal was proposed' },
    'something-missing': {
      zh: '没有缺少的材料，或者缺的已经一次告知过',
      en: 'no paper is missing, or what is missing was asked for already',
    },
    'requested-papers-given': { zh: '要求补充的材料还没有交齐', en: 'not all papers asked for are there' },
    'answer-day-passed': { zh: '补正期限还没有到', en: 'the day to answer by has not passed' },
    'waiting-over': {
      zh: '补正期限还没有到，材料也还没有齐',
      en: 'the day to answer by has not passed, and papers are still missing',
    },
    'reminded-in-vain': {
      zh: '还没有催告，或者催告的期限没有到',
      en: 'the applicant was not reminded yet, or the time given by the reminder has not passed',
    },
    'payee-named': { zh: '还没有填写收款账户', en: 'no account to pay to has been named' },
    'not-divided': {
      zh: '款项已按继承人的份额分开；请由继承人对有争议的份额提出异议，该份随即留存待定',
      en: 'the money is divided among heirs: an heir objects to the share that is disputed, which is then kept back',
    },
    'objection-in-time': {
      zh: '已过提出异议的期限，或者已经对这个决定提出过',
      en: 'the time for an objection has passed, or one was made to this decision already',
    },
    'uphold-supported': {
      zh: '现有事实和材料不支持维持原决定',
      en: 'facts and papers do not support the decision as it was',
    },
    'change-supported': {
      zh: '现有事实和材料不支持改变原决定',
      en: 'facts and papers do not support another decision',
    },
    'upholding-proposed': { zh: '经办没有提出维持', en: 'nobody proposed to uphold the decision' },
    'change-proposed': { zh: '经办没有提出改变', en: 'nobody proposed to change the decision' },
    'refusal-contested': { zh: '异议不是针对不予支取', en: 'the objection is not to a refusal' },
    'payment-contested': { zh: '异议不是针对支付', en: 'the objection is not to a payment' },
  },
};

import type { Doer, Process } from '#engines/casework/public';

/**
 * The procedure as it was declared until 2026-11-28. Cases that were opened under it run to their end by it; nothing that
 * people may do in them is changed any more. One thing was added: the bank may send money back days after it was paid, and
 * without a step for it neither the statement could be taken in nor the person be paid.
 */

const applicants = ['insured', 'successor', 'agent', 'clerk'] as const satisfies readonly Doer[];
const open = ['submitted', 'in-review', 'awaiting-materials'] as const;

export const withdrawalProcess1: Process = {
  id: 'withdrawal',
  version: '1',
  name: { zh: '一次性支取个人账户', en: 'Paying out a personal account' },
  initial: 'draft',
  states: {
    draft: { name: { zh: '草稿', en: 'Draft' }, heldBy: 'applicant', clock: 'not-started' },
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
    refused: { name: { zh: '不予支取', en: 'Refused' }, heldBy: 'nobody', clock: 'over', final: true },
    settled: {
      name: { zh: '已结清，待付款', en: 'Settled, to be paid' },
      heldBy: 'agency',
      clock: 'running',
    },
    paying: { name: { zh: '银行付款中', en: 'With the bank' }, heldBy: 'bank', clock: 'running' },
    returned: { name: { zh: '银行退回', en: 'Sent back by the bank' }, heldBy: 'applicant', clock: 'paused' },
    paid: { name: { zh: '已到账', en: 'Paid' }, heldBy: 'nobody', clock: 'over', final: true },
    'withdrawn-by-applicant': {
      name: { zh: '申请人已撤回', en: 'Withdrawn by the applicant' },
      heldBy: 'nobody',
      clock: 'over',
      final: true,
    },
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
    'something-missing': { zh: '没有缺少的材料', en: 'no paper is missing' },
    'requested-papers-given': { zh: '要求补充的材料还没有交齐', en: 'not all papers asked for are there' },
  },
  actions: {
    submit: {
      name: { zh: '提交申请', en: 'Submit the application' },
      from: ['draft'],
      to: 'submitted',
      who: applicants,
    },
    'provide-material': {
      name: { zh: '提交材料', en: 'Hand in a paper' },
      from: ['draft', ...open],
      to: 'same',
      who: applicants,
    },
    'name-payee': {
      name: { zh: '填写收款账户', en: 'Name the payee’s account' },
      from: ['draft', ...open],
      to: 'same',
      who: applicants,
    },
    'take-up': {
      name: { zh: '开始审核', en: 'Take up for review' },
      from: ['submitted'],
      to: 'in-review',
      who: ['clerk'],
    },
    'request-materials': {
      name: { zh: '一次告知要补的材料', en: 'Ask once for all that is missing' },
      from: ['in-review'],
      to: 'awaiting-materials',
      who: ['clerk'],
      needs: ['something-missing'],
      once: true,
    },
    'complete-materials': {
      name: { zh: '材料已补齐', en: 'All papers are there' },
      from: ['awaiting-materials'],
      to: 'in-review',
      who: ['system'],
      needs: ['requested-papers-given'],
      automatic: true,
    },
    'stop-waiting': {
      name: { zh: '不再等材料，继续审核', en: 'Stop waiting and go on' },
      from: ['awaiting-materials'],
      to: 'in-review',
      who: ['clerk'],
    },
    'propose-approval': {
      name: { zh: '拟同意，交复核', en: 'Propose to approve' },
      from: ['in-review'],
      to: 'proposed',
      who: ['clerk'],
      needs: ['approval-supported'],
    },
    'propose-refusal': {
      name: { zh: '拟不同意，交复核', en: 'Propose to refuse' },
      from: ['in-review'],
      to: 'proposed',
      who: ['clerk'],
      needs: ['refusal-supported'],
    },
    'return-to-maker': {
      name: { zh: '退回经办', en: 'Return to the clerk' },
      from: ['proposed'],
      to: 'in-review',
      who: ['reviewer'],
    },
    'send-back': {
      name: { zh: '情况有变，退回审核', en: 'Sent back because the facts changed' },
      from: ['proposed'],
      to: 'in-review',
      who: ['system'],
      automatic: true,
    },
    approve: {
      name: { zh: '复核同意', en: 'Approve' },
      from: ['proposed'],
      to: 'approved',
      who: ['reviewer'],
      needs: ['approval-proposed'],
    },
    refuse: {
      name: { zh: '复核不同意', en: 'Refuse' },
      from: ['proposed'],
      to: 'refused',
      who: ['reviewer'],
      needs: ['refusal-proposed'],
    },
    settle: {
      name: { zh: '结清账户', en: 'Settle the account' },
      from: ['approved'],
      to: 'settled',
      who: ['system', 'finance', 'clerk'],
    },
    'send-to-bank': {
      name: { zh: '交银行付款', en: 'Send to the bank' },
      from: ['settled'],
      to: 'paying',
      who: ['system', 'finance'],
      automatic: true,
    },
    'confirm-paid': {
      name: { zh: '银行付款成功', en: 'The bank has paid' },
      from: ['paying'],
      to: 'paid',
      who: ['bank', 'system', 'finance'],
      automatic: true,
    },
    'return-payment': {
      name: { zh: '银行退回付款', en: 'The bank sends the payment back' },
      from: ['paying', 'paid'],
      to: 'returned',
      who: ['bank', 'system', 'finance'],
      automatic: true,
      reopens: true,
    },
    'correct-payee': {
      name: { zh: '更正收款账户', en: 'Correct the payee’s account' },
      from: ['returned'],
      to: 'settled',
      who: ['clerk'],
    },
    'told-of-death': {
      name: { zh: '已登记参保人去世', en: 'Told that the insured person’s death is on record' },
      from: [...open, 'proposed', 'approved', 'settled', 'paying', 'returned'],
      to: 'same',
      who: ['system'],
      automatic: true,
    },
    'withdraw-application': {
      name: { zh: '撤回申请', en: 'Withdraw the application' },
      from: ['draft', ...open],
      to: 'withdrawn-by-applicant',
      who: applicants,
    },
  },
};

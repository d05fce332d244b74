import type { Text } from '#basics';
import { assignmentActions } from '../assignment.ts';
import type { ActionRule, Doer, Process, State } from '../process.ts';

/**
 * The course that every application takes which two officers decide: handed in, taken up, papers asked for once, proposed
 * by one, approved by another. A procedure that ends with the decision is declared by this alone.
 */
export function reviewProcess(told: {
  readonly id: string;
  readonly version: string;
  readonly name: Text;
  readonly applicants: readonly Doer[];
  /** How the two ends are called in this procedure. */
  readonly ends: { readonly approved: Text; readonly refused: Text };
}): Process {
  const { id, version, name, applicants, ends } = told;
  return {
    ...{ id, version, name, initial: 'draft', needs: reviewNeeds },
    states: {
      ...reviewStates,
      approved: { name: ends.approved, heldBy: 'nobody', clock: 'over', final: true },
      refused: { name: ends.refused, heldBy: 'nobody', clock: 'over', final: true },
    },
    actions: {
      ...applicantActions(applicants),
      ...officerActions,
      ...assignmentActions(reviewStates, ['draft']),
      ...automaticActions,
    },
  };
}

const underReview = ['submitted', 'in-review', 'awaiting-materials'] as const;

/** Every state in which a decision can still come out otherwise. */
const undecided = [...underReview, 'proposed'] as const;

const reviewStates: Readonly<Record<string, State>> = {
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
  'withdrawn-by-applicant': {
    name: { zh: '申请人已撤回', en: 'Withdrawn by the applicant' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
};

const reviewNeeds: Process['needs'] = {
  'approval-supported': {
    zh: '事实或材料还不齐备，不能同意',
    en: 'facts or papers do not allow an approval yet',
  },
  'refusal-supported': {
    zh: '没有不予办理的理由',
    en: 'nothing in the facts or papers stands against it',
  },
  'approval-proposed': { zh: '经办没有提出同意', en: 'no approval was proposed' },
  'refusal-proposed': { zh: '经办没有提出不同意', en: 'no refusal was proposed' },
  'something-missing': { zh: '没有缺少的材料', en: 'no paper is missing' },
  'requested-papers-given': { zh: '要求补充的材料还没有交齐', en: 'not all papers asked for are there' },
};

type Actions = Readonly<Record<string, ActionRule>>;

function applicantActions(who: readonly Doer[]): Actions {
  return {
    submit: { name: { zh: '提交', en: 'Hand it in' }, from: ['draft'], to: 'submitted', who },
    'provide-material': {
      name: { zh: '提交材料', en: 'Hand in a paper' },
      from: underReview,
      to: 'same',
      who,
    },
    'withdraw-application': {
      name: { zh: '撤回', en: 'Take it back' },
      from: underReview,
      to: 'withdrawn-by-applicant',
      who,
    },
  };
}

const officerActions: Actions = {
  'take-up': {
    name: { zh: '开始审核', en: 'Take up for review' },
    from: ['submitted'],
    to: 'in-review',
    who: ['clerk'],
    assignment: 'work',
  },
  'judge-paper': {
    name: { zh: '核对材料', en: 'Judge a paper' },
    from: ['in-review', 'awaiting-materials'],
    to: 'same',
    who: ['clerk'],
  },
  'request-materials': {
    name: { zh: '一次告知要补的材料', en: 'Ask once for all that is missing' },
    from: ['in-review'],
    to: 'awaiting-materials',
    who: ['clerk'],
    assignment: 'work',
    needs: ['something-missing'],
    once: true,
  },
  'stop-waiting': {
    name: { zh: '不再等材料，继续审核', en: 'Stop waiting and go on' },
    from: ['awaiting-materials'],
    to: 'in-review',
    who: ['clerk'],
    assignment: 'work',
  },
  'propose-approval': {
    name: { zh: '拟同意，交复核', en: 'Propose to approve' },
    from: ['in-review'],
    to: 'proposed',
    who: ['clerk'],
    decides: 'proposal',
    assignment: 'work',
    needs: ['approval-supported'],
  },
  'propose-refusal': {
    name: { zh: '拟不同意，交复核', en: 'Propose to refuse' },
    from: ['in-review'],
    to: 'proposed',
    who: ['clerk'],
    decides: 'proposal',
    assignment: 'work',
    needs: ['refusal-supported'],
  },
  'return-to-maker': {
    name: { zh: '退回经办', en: 'Return to the clerk' },
    from: ['proposed'],
    to: 'in-review',
    who: ['reviewer'],
  },
  approve: {
    name: { zh: '复核同意', en: 'Approve' },
    from: ['proposed'],
    to: 'approved',
    who: ['reviewer'],
    decides: 'approval',
    needs: ['approval-proposed'],
  },
  refuse: {
    name: { zh: '复核不同意', en: 'Refuse' },
    from: ['proposed'],
    to: 'refused',
    who: ['reviewer'],
    decides: 'approval',
    needs: ['refusal-proposed'],
  },
};

const automaticActions: Actions = {
  'complete-materials': {
    name: { zh: '材料已补齐', en: 'All papers are there' },
    from: ['awaiting-materials'],
    to: 'in-review',
    who: ['system'],
    needs: ['requested-papers-given'],
    automatic: true,
  },
  'send-back': {
    name: { zh: '情况有变，退回审核', en: 'Sent back because the facts changed' },
    from: ['proposed'],
    to: 'in-review',
    who: ['system'],
    automatic: true,
  },
  'told-of-death': {
    name: { zh: '已登记参保人去世', en: 'Told that the insured person’s death is on record' },
    from: undecided,
    to: 'same',
    who: ['system'],
    automatic: true,
  },
};

import type { ActionRule, Doer } from '#engines/casework/public';

/** Who may do what from which state of a withdrawal; `withdrawal.ts` puts them together. Up to the decision here, what follows it beside. */
export type Actions = Readonly<Record<string, ActionRule>>;

export const applicants = ['insured', 'successor', 'agent', 'clerk'] as const satisfies readonly Doer[];
const open = ['submitted', 'in-review', 'awaiting-materials'] as const;
export const paidOut = ['settled', 'paying', 'returned'] as const;
/** Before the case is with the agency. */
export const notYet = ['draft', 'awaiting-confirmation'] as const;
export const objecting = ['objection', 'objection-proposed'] as const;

export const applicantActions: Actions = {
  submit: {
    name: { zh: '提交申请', en: 'Submit the application' },
    from: ['draft'],
    to: 'submitted',
    who: applicants,
  },
  'confirm-payee': {
    name: { zh: '确认收款账户', en: 'Confirm the payee' },
    from: ['awaiting-confirmation'],
    to: 'submitted',
    who: applicants,
    needs: ['payee-named'],
  },
  'provide-material': {
    name: { zh: '提交材料', en: 'Hand in a paper' },
    from: [...notYet, ...open, 'objection'],
    to: 'same',
    who: applicants,
  },
  'name-payee': {
    name: { zh: '填写收款账户', en: 'Name the payee’s account' },
    from: [...notYet, ...open, 'objection'],
    to: 'same',
    who: applicants,
  },
  'record-heirs': {
    // Heirs have a page of their own, and only a case after a death has it.
    name: { zh: '登记继承人和份额', en: 'Record heirs, their shares or accounts' },
    from: [...notYet, ...open, 'objection'],
    to: 'same',
    who: ['successor', 'agent', 'clerk'],
    automatic: true,
  },
  'be-heir': {
    // So that the case says itself who speaks for which share, and by which login.
    name: { zh: '登录的继承人说明自己是哪一位', en: 'Whoever has signed in says which heir they are' },
    from: [...notYet, ...open, 'proposed', 'came-back', 'objection'],
    to: 'same',
    who: ['successor'],
    automatic: true,
  },
  'hear-heir': {
    name: { zh: '记下一名继承人的表示', en: 'Hear what an heir says' },
    from: [...notYet, ...open, 'proposed', 'approved', 'came-back', ...paidOut, ...objecting],
    to: 'same',
    who: ['successor', 'clerk'],
    automatic: true,
  },
  'end-draft': {
    // What was begun in a draft is over with it: it was discarded, nobody saved it for long, or it is about another ground now.
    name: { zh: '草稿结束', en: 'The draft ended' },
    from: ['draft'],
    to: 'draft-ended',
    who: [...applicants, 'system'],
    automatic: true,
  },
  'withdraw-application': {
    name: { zh: '撤回申请', en: 'Withdraw the application' },
    from: [...notYet, ...open],
    to: 'withdrawn-by-applicant',
    who: applicants,
  },
};

export const officerActions: Actions = {
  prefill: {
    name: { zh: '系统按先前的办件自动开办，已填好', en: 'Begun by the system from the earlier case' },
    from: ['draft'],
    to: 'awaiting-confirmation',
    who: ['system'],
    automatic: true,
  },
  'take-up': {
    name: { zh: '开始审核', en: 'Take up for review' },
    from: ['submitted', 'came-back'],
    to: 'in-review',
    who: ['clerk'],
    assignment: 'work',
  },
  'judge-paper': {
    name: { zh: '核对材料', en: 'Judge a paper' },
    from: ['in-review', 'awaiting-materials', 'objection'],
    to: 'same',
    who: ['clerk'],
    assignment: 'work',
  },
  'request-materials': {
    name: { zh: '一次告知要补的材料', en: 'Ask in one go for all that is missing' },
    from: ['in-review'],
    to: 'awaiting-materials',
    who: ['clerk'],
    assignment: 'work',
    needs: ['something-missing'],
  },
  remind: {
    name: { zh: '催告补正', en: 'Remind of the papers' },
    from: ['awaiting-materials'],
    to: 'same',
    who: ['system'],
    needs: ['answer-day-passed'],
    automatic: true,
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
    assignment: 'work',
    needs: ['waiting-over'],
  },
  'close-not-completed': {
    name: { zh: '逾期未补正，终止办理', en: 'Close it: the papers did not come' },
    from: ['awaiting-materials'],
    to: 'not-completed',
    who: ['clerk'],
    assignment: 'work',
    needs: ['reminded-in-vain'],
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
  'told-of-death': {
    name: { zh: '已登记参保人去世', en: 'Told that the insured person’s death is on record' },
    from: [
      ...([
        'awaiting-confirmation',
        ...open,
        'proposed',
        'approved',
        'came-back',
        'settled',
        'paying',
      ] as const),
      ...(['returned', ...objecting] as const),
    ],
    to: 'same',
    who: ['system'],
    automatic: true,
  },
};

import {
  type ActionRule,
  assignmentActions,
  type Doer,
  type Process,
  type State,
} from '#engines/casework/public';

/**
 * A person's insurance and account come from another agency (guide, G0.1: an account is established where there is none).
 * Our contact letter asks for both; the record leg ends when the months of the information sheet are recorded, the balance
 * leg when the money was matched with the other agency's advice and credited.
 */
const states: Readonly<Record<string, State>> = {
  draft: { name: { zh: '草稿', en: 'Draft' }, heldBy: 'applicant', clock: 'not-started' },
  announced: {
    name: { zh: '转出地已告知，待本人确认', en: 'Announced by the other agency, to be confirmed' },
    heldBy: 'applicant',
    clock: 'not-started',
  },
  'awaiting-sheet': {
    name: { zh: '已发联系函，等待信息表', en: 'Letter sent, waiting for the information sheet' },
    heldBy: 'partner',
    clock: 'not-started',
  },
  'in-check': {
    name: { zh: '信息表核对中', en: 'The information sheet is being checked' },
    heldBy: 'agency',
    clock: 'running',
  },
  'sheet-proposed': {
    name: { zh: '信息表有疑问，拟予接续，待复核', en: 'A doubtful sheet, proposed to be recorded' },
    heldBy: 'agency',
    clock: 'running',
  },
  'awaiting-correction': {
    name: { zh: '等待转出地更正信息表', en: 'Waiting for a corrected sheet' },
    heldBy: 'partner',
    clock: 'paused',
  },
  'awaiting-balance': {
    name: { zh: '缴费年限已接续，等待余额', en: 'Months recorded, waiting for the balance' },
    heldBy: 'partner',
    clock: 'over',
  },
  difference: {
    name: { zh: '到账金额不符，核对中', en: 'Another amount came: being cleared up' },
    heldBy: 'agency',
    clock: 'running',
  },
  'refusal-proposed': {
    name: { zh: '拟不接收余额，待复核', en: 'Proposed to refuse the balance' },
    heldBy: 'agency',
    clock: 'over',
  },
  completed: { name: { zh: '转入完成', en: 'Completed' }, heldBy: 'nobody', clock: 'over', final: true },
  declined: {
    name: { zh: '转出地不予转出', en: 'The other agency does not transfer' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
  'balance-refused': {
    name: { zh: '年限已接续，余额不接收', en: 'Months recorded, the balance not taken' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
  cancelled: { name: { zh: '已撤销', en: 'Cancelled' }, heldBy: 'nobody', clock: 'over', final: true },
  'closed-by-death': {
    name: { zh: '因参保人去世终止', en: 'Ended by the insured person’s death' },
    heldBy: 'nobody',
    clock: 'over',
    final: true,
  },
};

const applicants = ['insured', 'agent', 'employer', 'clerk'] as const satisfies readonly Doer[];
const waiting = ['awaiting-sheet', 'awaiting-correction', 'awaiting-balance'] as const;
const open = [
  ...['announced', 'in-check', 'sheet-proposed'],
  ...waiting,
  ...['difference', 'refusal-proposed'],
];

const record: Readonly<Record<string, ActionRule>> = {
  submit: {
    name: { zh: '申请转入，发出联系函', en: 'Apply: the contact letter goes out' },
    from: ['draft', 'announced'],
    to: 'awaiting-sheet',
    who: applicants,
    needs: ['conditions-met'],
  },
  announce: {
    name: { zh: '转出地告知有人转入', en: 'Announced by the other agency' },
    from: ['draft'],
    to: 'announced',
    who: ['partner-agency'],
    automatic: true,
  },
  cancel: {
    name: { zh: '撤销转入申请', en: 'Cancel the transfer' },
    from: ['draft', 'announced', 'awaiting-sheet'],
    to: 'cancelled',
    who: applicants,
  },
  'withdrawn-there': {
    // Who has confirmed here already goes on: their letter is answered over there.
    name: {
      zh: '转出地告知申请已撤回，转移终止',
      en: 'The other agency says that the application was taken back: the transfer is over',
    },
    from: ['announced'],
    to: 'cancelled',
    who: ['partner-agency'],
    automatic: true,
  },
  'receive-sheet': {
    // A corrected sheet takes the place of the one that is being checked.
    name: { zh: '收到信息表', en: 'The information sheet came' },
    from: ['awaiting-sheet', 'in-check', 'awaiting-correction', 'awaiting-balance'],
    to: 'in-check',
    who: ['partner-agency'],
    automatic: true,
  },
  'ask-correction': {
    name: { zh: '请转出地更正信息表', en: 'Ask for a corrected sheet' },
    from: ['in-check'],
    to: 'awaiting-correction',
    who: ['clerk'],
    assignment: 'work',
  },
  'look-again': {
    // The relationship has ended over there and the money is theirs or on its way: nothing here takes the transfer back.
    name: { zh: '不等更正，重新核对信息表', en: 'Look at the sheet again, without a corrected one' },
    from: ['awaiting-correction'],
    to: 'in-check',
    who: ['clerk'],
    assignment: 'work',
  },
  'tell-account': {
    name: { zh: '告知接收账户', en: 'Tell the other agency where to remit' },
    from: [...waiting, 'in-check', 'difference'],
    to: 'same',
    who: ['clerk'],
    needs: ['balances-taken'],
    assignment: 'work',
  },
  'record-months': {
    // With the sheet itself where it fits; else a clerk says why it may pass.
    name: { zh: '接续缴费年限', en: 'Record the months' },
    from: ['in-check'],
    to: 'awaiting-balance',
    who: ['system', 'clerk'],
    needs: ['sheet-fits', 'balance-comes'],
    assignment: 'work',
  },
  'record-only': {
    name: { zh: '接续缴费年限，没有余额', en: 'Record the months; no balance comes' },
    from: ['in-check'],
    to: 'completed',
    who: ['system', 'clerk'],
    needs: ['sheet-fits', 'no-balance-comes'],
    assignment: 'work',
  },
  'propose-sheet': {
    name: { zh: '拟按有疑问的信息表接续，交复核', en: 'Propose to record a doubtful sheet' },
    from: ['in-check'],
    to: 'sheet-proposed',
    who: ['clerk'],
    needs: ['name-in-doubt'],
    assignment: 'work',
  },
  'let-pass': {
    name: { zh: '同意接续缴费年限', en: 'Let the sheet pass' },
    from: ['sheet-proposed'],
    to: 'awaiting-balance',
    who: ['reviewer'],
    needs: ['balance-comes'],
  },
  'let-pass-only': {
    name: { zh: '同意接续缴费年限，没有余额', en: 'Let the sheet pass; no balance comes' },
    from: ['sheet-proposed'],
    to: 'completed',
    who: ['reviewer'],
    needs: ['no-balance-comes'],
  },
  'return-sheet': {
    name: { zh: '退回经办再核', en: 'Give the sheet back to the clerk' },
    from: ['sheet-proposed'],
    to: 'in-check',
    who: ['reviewer'],
  },
  'declined-there': {
    name: { zh: '转出地不予转出', en: 'The other agency declines' },
    from: ['awaiting-sheet'],
    to: 'declined',
    who: ['partner-agency'],
    automatic: true,
  },
  remind: {
    name: { zh: '催办', en: 'Remind the other agency' },
    from: [...waiting],
    to: 'same',
    who: ['system'],
    needs: ['answer-day-passed'],
    automatic: true,
  },
  'note-silence': {
    name: { zh: '多次催办没有答复，转经办处理', en: 'Reminded in vain: it is work for a clerk' },
    from: [...waiting],
    to: 'same',
    who: ['system'],
    needs: ['silent'],
    automatic: true,
  },
  'ask-again': {
    name: { zh: '与对方联系后再次催办', en: 'Ask the other agency again, having spoken to it' },
    from: [...waiting],
    to: 'same',
    who: ['clerk'],
    needs: ['silent'],
    assignment: 'work',
  },
  reminded: {
    name: { zh: '对方机构催办', en: 'The other agency reminds us' },
    from: [...open],
    to: 'same',
    who: ['partner-agency'],
    automatic: true,
  },
  'answer-reminder': {
    name: { zh: '催办事项已办', en: 'What they reminded us of is dealt with' },
    from: [...open],
    to: 'same',
    who: ['clerk'],
    needs: ['reminded'],
    assignment: 'work',
  },
  'close-by-death': {
    name: { zh: '因去世终止', en: 'Ended by death' },
    from: ['draft', 'announced', 'awaiting-sheet'],
    to: 'closed-by-death',
    who: ['system'],
    automatic: true,
  },
};

const balance: Readonly<Record<string, ActionRule>> = {
  'note-advice': {
    name: { zh: '收到基金划转通知', en: 'The remittance is advised' },
    from: [...waiting, 'in-check', 'sheet-proposed', 'difference', 'refusal-proposed'],
    to: 'same',
    who: ['partner-agency'],
    automatic: true,
  },
  'note-late-advice': {
    // What comes all the same stands in suspense, and finance reads what it is.
    name: { zh: '不接收余额后收到基金划转通知', en: 'A remittance is advised after the balance was refused' },
    from: ['balance-refused'],
    to: 'same',
    who: ['partner-agency'],
    reopens: true,
    automatic: true,
  },
  credit: {
    name: { zh: '余额入账', en: 'Credit the balance' },
    from: ['awaiting-balance'],
    to: 'completed',
    who: ['bank', 'system', 'finance'],
    automatic: true,
  },
  'amount-differs': {
    name: { zh: '到账金额与通知不符', en: 'Another amount came than was advised' },
    from: ['awaiting-balance'],
    to: 'difference',
    who: ['bank', 'system', 'finance'],
    automatic: true,
  },
  'credit-difference': {
    name: { zh: '按实际到账金额入账', en: 'Credit what came' },
    from: ['difference'],
    to: 'completed',
    who: ['finance'],
    automatic: true,
  },
  'propose-refusal': {
    name: { zh: '拟不接收余额，交复核', en: 'Propose to refuse the balance' },
    from: ['awaiting-balance', 'difference'],
    to: 'refusal-proposed',
    who: ['clerk'],
    assignment: 'work',
    needs: ['no-money-here'],
  },
  'refuse-balance': {
    name: { zh: '不接收余额', en: 'Refuse the balance' },
    from: ['refusal-proposed'],
    to: 'balance-refused',
    who: ['reviewer'],
    needs: ['no-money-here'],
  },
  'turn-away': {
    // With the sheet, where this agency takes no balances at all.
    name: { zh: '本机构不接收余额', en: 'This agency takes no balances' },
    from: ['awaiting-balance'],
    to: 'balance-refused',
    who: ['system'],
    automatic: true,
  },
  'return-refusal': {
    name: { zh: '退回经办，余额照常接收', en: 'Give the proposal back: the balance is awaited' },
    from: ['refusal-proposed'],
    to: { backFrom: 'propose-refusal' },
    who: ['reviewer'],
  },
};

export const arrivalProcess: Process = {
  id: 'transfer-in',
  version: '1',
  name: { zh: '医保关系转入', en: 'Transfer from another agency' },
  initial: 'draft',
  states,
  actions: {
    ...record,
    ...balance,
    ...assignmentActions(states, ['draft']),
  },
  needs: {
    'conditions-met': { zh: '转入的条件还不齐备', en: 'not every condition of a transfer is met' },
    'sheet-fits': {
      zh: '信息表与本人或本机构的记录不符',
      en: 'the sheet does not fit the person or our record',
    },
    'balance-comes': { zh: '信息表没有余额要划转', en: 'the sheet tells of no balance that comes' },
    'no-balance-comes': { zh: '信息表有余额要划转', en: 'the sheet tells of a balance that comes' },
    'balances-taken': { zh: '本机构不接收余额', en: 'this agency takes no balances' },
    'answer-day-passed': { zh: '答复期限还没有到', en: 'the day to answer by has not passed' },
    silent: {
      zh: '对方机构还在答复期限内，或者还会自动催办',
      en: 'the other agency still has time to answer, or is still reminded by itself',
    },
    reminded: { zh: '对方机构没有催办', en: 'the other agency has not reminded us of anything' },
    'name-in-doubt': { zh: '姓名没有疑问，不需要复核', en: 'the name is not in doubt' },
    'no-money-here': { zh: '这笔余额已经到账', en: 'the money is here' },
  },
};

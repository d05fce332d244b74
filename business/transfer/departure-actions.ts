import type { ActionRule, Doer } from '#engines/casework/public';

/** Who may do what from which state of a transfer to another agency; `departure.ts` puts it into the declaration. */
type Actions = Readonly<Record<string, ActionRule>>;

const applicants = ['insured', 'agent', 'employer', 'clerk'] as const satisfies readonly Doer[];
const withPartner = ['awaiting-letter', 'awaiting-account', 'sent-back'] as const;
/** Where nothing follows by itself on the other agency's silence. */
const reminding = ['awaiting-letter', 'remitted', 'awaiting-money-back'] as const;
const moneyHere = ['accepted', 'awaiting-account', 'remitting', 'sent-back'] as const;
const moneyGone = ['with-bank', 'remitted'] as const;
const open = ['awaiting-letter', ...moneyHere, ...moneyGone, 'difference', 'awaiting-money-back'] as const;

const record: Actions = {
  submit: {
    name: { zh: '申请转出', en: 'Apply for the transfer' },
    from: ['draft'],
    to: 'awaiting-letter',
    who: applicants,
    needs: ['conditions-met'],
  },
  'letter-opens': {
    name: { zh: '转入地来函申请转出', en: 'Opened by the other agency’s letter' },
    from: ['draft'],
    to: 'awaiting-letter',
    who: ['partner-agency'],
    automatic: true,
  },
  cancel: {
    name: { zh: '撤销转出申请', en: 'Cancel the transfer' },
    from: ['draft', 'awaiting-letter'],
    to: 'cancelled',
    who: applicants,
  },
  'joined-to-letter': {
    // The letter has a name of its own for the transfer, so that it has a case of its own, which goes on.
    name: {
      zh: '转入地另行来函，并入新办件',
      en: 'Joined to the transfer that the other agency’s letter opened',
    },
    from: ['awaiting-letter'],
    to: 'cancelled',
    who: ['partner-agency'],
    automatic: true,
  },
  'not-confirmed-there': {
    // Whoever was announced took it back over there: nothing has moved here.
    name: {
      zh: '转入地告知本人没有确认，转移终止',
      en: 'The other agency says that nobody confirmed it there: the transfer is over',
    },
    from: ['awaiting-letter'],
    to: 'cancelled',
    who: ['partner-agency'],
    automatic: true,
  },
  accept: {
    // 43号: checked by both sides at once; the relationship ends, the sheet goes out and the account is held with it.
    name: { zh: '收到联系函，同意转出', en: 'Accepted on the contact letter' },
    from: ['awaiting-letter'],
    to: 'accepted',
    who: ['partner-agency'],
    needs: ['conditions-met'],
    automatic: true,
  },
  decline: {
    name: { zh: '不予转出，一次告知全部理由', en: 'Declined, with every reason at once' },
    from: ['awaiting-letter'],
    to: 'declined',
    who: ['system'],
    needs: ['conditions-not-met'],
    automatic: true,
  },
  'letter-again': {
    // What stood against it may be mended by now: a letter that comes again is weighed as the first was.
    name: {
      zh: '不予转出后再次来函，重新核对',
      en: 'A letter came again after it was declined: weighed anew',
    },
    from: ['declined'],
    to: 'awaiting-letter',
    who: ['partner-agency'],
    reopens: true,
    automatic: true,
  },
  'letter-withdrawn': {
    name: { zh: '转入地撤回联系函', en: 'The other agency withdrew its letter' },
    from: ['accepted', 'awaiting-account'],
    to: 'awaiting-letter',
    who: ['partner-agency'],
    automatic: true,
  },
  'withdrawn-there': {
    // Nobody applied here, or the balance was settled already: what has not gone to the bank is in the account, and it is over.
    name: {
      zh: '转入地撤回联系函，余额在账户里，转移终止',
      en: 'The other agency withdrew its letter: the balance is in the account, and the transfer is over',
    },
    from: [...moneyHere],
    to: 'cancelled',
    who: ['partner-agency'],
    automatic: true,
  },
  'answer-late-letter': {
    // Whoever writes about a transfer that is over is told so, so that their case ends as well. Until 2026-11 also after a decline.
    name: {
      zh: '转移终止后收到联系函，已告知转入地',
      en: 'A letter came after the end: the other agency is told',
    },
    from: ['cancelled', 'declined', 'closed-by-death'],
    to: 'same',
    who: ['system'],
    reopens: true,
    automatic: true,
  },
  'send-sheet-again': {
    name: { zh: '更正信息表', en: 'Send a corrected information sheet' },
    from: [...moneyHere, ...moneyGone],
    to: 'same',
    who: ['clerk'],
    assignment: 'work',
  },
  remind: {
    name: { zh: '催办', en: 'Remind the other agency' },
    from: [...withPartner, 'remitted', 'awaiting-money-back'],
    to: 'same',
    who: ['system'],
    needs: ['answer-day-passed'],
    automatic: true,
  },
  'note-silence': {
    name: { zh: '多次催办没有答复，转经办处理', en: 'Reminded in vain: it is work for a clerk' },
    from: [...reminding],
    to: 'same',
    who: ['system'],
    needs: ['silent'],
    automatic: true,
  },
  'ask-again': {
    name: { zh: '与对方联系后再次催办', en: 'Ask the other agency again, having spoken to it' },
    from: [...reminding],
    to: 'same',
    who: ['clerk'],
    needs: ['silent'],
    assignment: 'work',
  },
  reminded: {
    name: { zh: '对方机构催办', en: 'The other agency reminds us' },
    from: open,
    to: 'same',
    who: ['partner-agency'],
    automatic: true,
  },
  'answer-reminder': {
    name: { zh: '催办事项已办', en: 'What they reminded us of is dealt with' },
    from: open,
    to: 'same',
    who: ['clerk'],
    needs: ['reminded'],
    assignment: 'work',
  },
  'close-by-death': {
    name: { zh: '因去世终止', en: 'Ended by death' },
    from: ['draft', 'awaiting-letter', 'accepted', 'awaiting-account', 'not-paid-out'],
    to: 'closed-by-death',
    who: ['system'],
    automatic: true,
  },
};

const remittance: Actions = {
  'await-account': {
    name: { zh: '联系函没有收款账户，已发函索取', en: 'The letter gives no account: asked for it' },
    from: ['accepted'],
    to: 'awaiting-account',
    who: ['system'],
    automatic: true,
  },
  'account-told': {
    name: { zh: '转入地提供了收款账户', en: 'The other agency gave its account' },
    from: ['awaiting-account'],
    to: 'accepted',
    who: ['partner-agency'],
    automatic: true,
  },
  settle: {
    name: { zh: '结清余额', en: 'Settle the balance' },
    from: ['accepted'],
    to: 'remitting',
    who: ['system'],
    needs: ['account-known'],
    automatic: true,
  },
  'nothing-to-remit': {
    name: { zh: '没有余额，转移完成', en: 'No balance: completed' },
    from: ['accepted'],
    to: 'completed',
    who: ['system'],
    needs: ['nothing-to-remit'],
    automatic: true,
  },
  'send-to-bank': {
    name: { zh: '交银行划款', en: 'Send to the bank' },
    from: ['remitting'],
    to: 'with-bank',
    who: ['system', 'finance'],
    automatic: true,
  },
  'confirm-paid': {
    name: { zh: '银行已划出', en: 'The bank has remitted it' },
    from: ['with-bank'],
    to: 'remitted',
    who: ['bank', 'system', 'finance'],
    automatic: true,
  },
  'return-payment': {
    name: { zh: '银行退回划款', en: 'The bank sends the remittance back' },
    from: [...moneyGone, 'completed'],
    to: 'sent-back',
    who: ['bank', 'system', 'finance'],
    reopens: true,
    automatic: true,
  },
  'account-corrected': {
    name: { zh: '更正收款账户', en: 'The account was corrected' },
    from: ['sent-back'],
    to: 'remitting',
    who: ['partner-agency', 'clerk'],
    automatic: true,
  },
  'account-never-came': {
    name: { zh: '催办后仍未提供账户', en: 'No account came, reminder and all' },
    from: ['awaiting-account', 'sent-back'],
    to: 'no-account',
    who: ['system'],
    needs: ['reminded-in-vain'],
    automatic: true,
  },
};

const answer: Actions = {
  'credited-early': {
    // Their statement came before ours.
    name: { zh: '转入地先报已入账', en: 'Credited over there before our bank has said so' },
    from: ['remitting', 'with-bank'],
    to: 'same',
    who: ['partner-agency'],
    automatic: true,
  },
  'confirm-credited': {
    name: { zh: '转入地已入账', en: 'Credited by the other agency' },
    from: ['remitted', 'difference', 'completed'],
    to: 'completed',
    who: ['partner-agency', 'system'],
    reopens: true,
    automatic: true,
  },
  'credited-otherwise': {
    name: { zh: '转入地入账金额不符', en: 'The other agency credited another amount' },
    from: ['remitted', 'completed'],
    to: 'difference',
    who: ['partner-agency', 'system'],
    reopens: true,
    automatic: true,
  },
  'close-unconfirmed': {
    // Our bank's word and a paper say that it arrived; what the other agency or the bank says later is heard all the same.
    name: {
      zh: '对方始终未确认，凭付款证明办结',
      en: 'Close it on proof of payment, never confirmed over there',
    },
    from: ['remitted'],
    to: 'completed',
    who: ['clerk'],
    needs: ['silent'],
    assignment: 'work',
  },
  'close-difference': {
    name: { zh: '差额已查清', en: 'The difference is cleared up' },
    from: ['difference'],
    to: 'completed',
    who: ['clerk'],
    assignment: 'work',
  },
  'refuse-balance': {
    name: { zh: '转入地不接收余额', en: 'The other agency refuses the balance' },
    from: [...moneyHere],
    to: 'refused-balance',
    who: ['partner-agency'],
    automatic: true,
  },
  'refuse-after-remittance': {
    name: { zh: '转入地拒收已划出的余额', en: 'The other agency refuses what was remitted' },
    from: [...moneyGone, 'completed'],
    to: 'awaiting-money-back',
    who: ['partner-agency'],
    reopens: true,
    automatic: true,
  },
  'note-sending-back': {
    name: {
      zh: '转入地告知退款编号',
      en: 'The other agency says under which reference it sends the money back',
    },
    from: ['awaiting-money-back'],
    to: 'same',
    who: ['partner-agency'],
    automatic: true,
  },
  'note-paid': {
    // Refused while it was on its way: the bank's word comes after theirs, and the money still has to come back.
    name: { zh: '银行已划出，等待退款', en: 'The bank has remitted it: it is to come back' },
    from: ['awaiting-money-back'],
    to: 'same',
    who: ['bank', 'system', 'finance'],
    automatic: true,
  },
  'withdrawal-not-opened': {
    name: { zh: '支取没有自动开办', en: 'The withdrawal did not open by itself' },
    from: ['refused-balance', 'no-account'],
    to: 'not-paid-out',
    who: ['system'],
    reopens: true,
    automatic: true,
  },
  'open-withdrawal': {
    name: { zh: '开办余额支取', en: 'Open the withdrawal of the balance' },
    from: ['not-paid-out'],
    to: { backFrom: 'withdrawal-not-opened' },
    who: ['clerk'],
    needs: ['can-be-paid-out'],
    assignment: 'work',
  },
  'leave-balance': {
    name: { zh: '余额留在账户', en: 'Leave the balance in the account' },
    from: ['not-paid-out'],
    to: { backFrom: 'withdrawal-not-opened' },
    who: ['clerk'],
    assignment: 'work',
  },
  'money-back': {
    name: { zh: '退回的款项已到', en: 'The money came back' },
    from: ['awaiting-money-back'],
    to: 'refused-balance',
    who: ['bank', 'system', 'finance'],
    automatic: true,
  },
};

export const departureActions: Actions = {
  ...record,
  ...remittance,
  ...answer,
};

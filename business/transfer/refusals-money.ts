import { defineRefusals } from '#basics';

/** The balance: the account it goes to, what leaves and what comes in. */
export const moneyRefusals = defineRefusals({
  'transfer.account-from-partner': {
    kind: 'conflict',
    text: {
      zh: '转移只付到对方机构来函写明的账户，不能在这里填写。',
      en: 'A transfer pays to the account that the other agency has named; none is typed in here.',
    },
    next: {
      zh: '催告对方机构来函写明账户。',
      en: 'Remind the other agency to name its account.',
    },
  },
  'transfer.account-differs': {
    kind: 'conflict',
    text: {
      zh: '户名、行号或账号与对方机构来函写明的不一致。',
      en: 'Holder, bank or number are not those that the other agency has named.',
    },
    next: { zh: '按来函填写。', en: 'Take them from the letter.' },
  },
  'transfer.account-named': {
    kind: 'conflict',
    text: { zh: '这封来函写明的账户已经登记。', en: 'The account in this letter is on record already.' },
    next: {
      zh: '账户有误时催告对方机构重新来函。',
      en: 'Where it is wrong, remind the other agency to name another.',
    },
  },
  'transfer.balance-not-taken': {
    kind: 'conflict',
    text: {
      zh: '对方机构不接收个人账户余额，钱不划出。',
      en: 'The other agency does not take the balance, so no money leaves.',
    },
    next: { zh: '改办一次性支取。', en: 'Pay it out to the person instead.' },
  },
  'transfer.money-gone': {
    kind: 'conflict',
    text: {
      zh: '钱已经送银行或已经付出，或者已经退回账户。',
      en: 'The money is with the bank or paid, or is back in the account already.',
    },
    next: {
      zh: '等银行退回或对方机构退回后再办理。',
      en: 'Wait until the bank or the other agency sends it back.',
    },
  },
  'transfer.awaits-no-money': {
    kind: 'conflict',
    text: {
      zh: '这件转移现在不等来款。',
      en: 'This transfer does not wait for money now.',
    },
    next: {
      zh: '来款留在待查，等信息表到齐。',
      en: 'The money stays in suspense until the information sheet is there.',
    },
  },
  'transfer.money-differs': {
    kind: 'conflict',
    text: {
      zh: '来款的附言编号或金额与对方机构通知的不一致。',
      en: 'The reference or the amount of the money is not what the other agency has announced.',
    },
    next: {
      zh: '由一名财务人员说明理由，另一名财务人员决定。',
      en: 'One finance officer says why it belongs here, and another decides.',
    },
  },
  'transfer.word-received': {
    kind: 'conflict',
    text: {
      zh: '这封来函通知的款项已经入账。',
      en: 'The money that this letter announces has been credited already.',
    },
    next: { zh: '查看账户明细。', en: 'Look at the statement of the account.' },
  },
  'transfer.no-match': {
    kind: 'not-found',
    text: { zh: '没有这样的来款认定。', en: 'There is no such request about the money of a transfer.' },
    next: { zh: '刷新来款认定清单。', en: 'Load the list again.' },
  },
  'transfer.matcher-is-checker': {
    kind: 'forbidden',
    text: {
      zh: '提出来款认定的人不能自己同意。',
      en: 'Whoever said what the money is cannot agree to it.',
    },
    next: { zh: '请另一名财务人员决定。', en: 'Ask another finance officer to decide.' },
  },
  'transfer.match-decided': {
    kind: 'conflict',
    text: { zh: '这份来款认定已经有结论。', en: 'This request has been decided on already.' },
    next: { zh: '刷新来款认定清单。', en: 'Load the list again.' },
  },
  'transfer.money-here': {
    kind: 'conflict',
    text: {
      zh: '这笔余额已经到账，在待查款项里：钱在本机构手里的，不能拒收。',
      en: 'The money of this transfer is here, in suspense: an agency that keeps it cannot refuse it.',
    },
    next: {
      zh: '接收的，由财务认定入账；不接收的，先请银行退回，两名财务人员在待查款项里办结进出两笔，再写明退款编号提出。',
      en: 'To take it, finance matches it with the transfer. Not to take it, have the bank send it back, let two finance officers settle both lines in suspense, then propose again with the reference under which it left.',
    },
  },
  'transfer.match-waits': {
    kind: 'conflict',
    text: {
      zh: '{by} 已把这笔款项认定给 {number}，还没有决定。',
      en: '{by} has said already that this money belongs to {number}, and nobody has decided yet.',
    },
    next: {
      zh: '请另一名财务人员同意或者不同意那一份认定。',
      en: 'Let another finance officer agree to that, or decline it.',
    },
  },
  'transfer.nothing-announced': {
    kind: 'conflict',
    text: {
      zh: '对方机构在这件转移里还没有通知划款。',
      en: 'The other agency has announced no money in this transfer yet.',
    },
    next: {
      zh: '请对方机构补发基金划转通知，再认定来款。',
      en: 'Ask the other agency for its remittance advice, then match the money.',
    },
  },
  'transfer.money-being-matched': {
    kind: 'conflict',
    text: {
      zh: '财务已把一笔来款认定给这件转移，还没有决定。',
      en: 'A finance officer says that money in suspense belongs to this transfer, and nobody has decided yet.',
    },
    next: {
      zh: '请另一名财务人员先决定来款认定。',
      en: 'Let another finance officer decide on it first.',
    },
  },
  'transfer.not-sent-back': {
    kind: 'unprocessable',
    text: {
      zh: '本机构的对账单里没有以这个编号退出的款项。',
      en: 'No statement of our bank shows money leaving under that reference.',
    },
    next: {
      zh: '退款出现在对账单上以后再提出；没有收到过钱的，不写退款编号。',
      en: 'Propose it once the statement shows the payment; where no money ever came, leave the reference out.',
    },
  },
});

import { defineRefusals } from '#basics';

/** Why a transfer, its letters or its money do not go on. */
export const transferRefusals = defineRefusals({
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
  'transfer.word-differs': {
    kind: 'conflict',
    text: {
      zh: '同一封来函已经登记，内容与这一份不同；先前的仍然有效。',
      en: 'This letter is on record with another content, which stands.',
    },
    next: { zh: '询问对方机构哪一份是对的。', en: 'Ask the other agency which of the two is right.' },
  },
  'transfer.no-word': {
    kind: 'conflict',
    text: {
      zh: '对方机构在这件转移里没有这样的来函，或者已经作废。',
      en: 'The other agency has sent no such letter in this transfer, or has taken it back.',
    },
    next: {
      zh: '查看来函；纸质来函要由另一名复核人员确认。',
      en: 'Look at its letters; one on paper counts once a reviewer has confirmed it.',
    },
  },
  'transfer.no-scan': {
    kind: 'unprocessable',
    text: {
      zh: '登记纸质来函要附上它的扫描件，这份文件不在本人的文件里。',
      en: 'A letter on paper is recorded with its scan, and this file is not among the person’s.',
    },
    next: { zh: '先上传来函的扫描件，再登记。', en: 'Upload the scan of the letter first, then record it.' },
  },
  'transfer.recorder-is-checker': {
    kind: 'forbidden',
    text: {
      zh: '登记纸质来函的人不能自己确认。',
      en: 'Whoever recorded a letter on paper cannot confirm it.',
    },
    next: { zh: '请另一名复核人员确认。', en: 'Ask another officer to confirm it.' },
  },
  'transfer.paper-decided': {
    kind: 'conflict',
    text: { zh: '这封纸质来函已经有复核结论。', en: 'This letter on paper has been decided on already.' },
    next: { zh: '需要更正时重新登记一份。', en: 'Record it anew where something is to be corrected.' },
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
});

export type TransferCode = keyof typeof transferRefusals;

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
  'transfer.not-expected-now': {
    kind: 'conflict',
    text: { zh: '这件转移现在不等这种消息。', en: 'The transfer does not wait for such a message now.' },
    next: {
      zh: '核对案件走到哪一步；已经办过的，答复对方即可。',
      en: 'See where the case stands; where it was done already, tell the other agency so.',
    },
  },
  'transfer.of-another-agency': {
    kind: 'conflict',
    text: { zh: '这件转移不是与该机构办理的。', en: 'The transfer is not one with that agency.' },
    next: {
      zh: '请与发送机构核对转移编号；不要照办。',
      en: 'Compare the transfer’s id with the agency that sent it; do not act on it.',
    },
  },
  'transfer.unknown-transfer': {
    kind: 'not-found',
    text: { zh: '没有这个转移编号。', en: 'There is no transfer with this id.' },
    next: {
      zh: '请发送机构核对编号；它的联系函到达后可以重新处理。',
      en: 'The agency that sent it compares the id; once its contact letter is here, apply the message again.',
    },
  },
  'transfer.not-enrolled-yet': {
    kind: 'unprocessable',
    text: { zh: '此人在本地还没有登记。', en: 'The person is not on record here yet.' },
    next: {
      zh: '本人在本地参保登记后，重新处理这条消息。',
      en: 'Once the person has enrolled here, apply the message again.',
    },
  },
  'transfer.not-theirs-to-say': {
    kind: 'conflict',
    text: {
      zh: '这种消息应由转移的另一方发送。',
      en: 'Such a message comes from the other side of a transfer.',
    },
    next: { zh: '请与发送机构核对。', en: 'Clear it up with the agency that sent it.' },
  },
  'transfer.invalidates-nothing': {
    kind: 'not-found',
    text: {
      zh: '要作废的消息不在这件转移里。',
      en: 'The message that it takes back is not in this transfer.',
    },
    next: { zh: '请与发送机构核对消息编号。', en: 'Compare the message id with the agency that sent it.' },
  },
  'transfer.acted-on-already': {
    kind: 'conflict',
    text: {
      zh: '要作废的消息已经照办，不能再收回。',
      en: 'The message that it takes back was acted on already.',
    },
    next: {
      zh: '请与对方协商：钱款的差错用退款和更正处理。',
      en: 'Settle it with the other agency: money is put right by sending it back or by a correction.',
    },
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
  'transfer.refusal-needs-words': {
    kind: 'unprocessable',
    text: {
      zh: '原因选“其他”的，要用中英文写明原因。',
      en: 'Another reason than those listed has to be given in words, in Chinese and in English.',
    },
    next: { zh: '写明原因；当事人会看到。', en: 'Say why; the person will read it.' },
  },
  'transfer.no-sheet-in-check': {
    kind: 'conflict',
    text: {
      zh: '这件转移现在没有要这样处理的信息表。',
      en: 'No information sheet of this transfer waits for that now.',
    },
    next: { zh: '查看这件转移现在的状态。', en: 'Look where the transfer stands now.' },
  },
  'transfer.sheet-of-another': {
    kind: 'unprocessable',
    text: {
      zh: '信息表上的证件号码不是此人登记的证件：别人的信息表不能放行。',
      en: 'The identity number on the sheet is none of this person’s: a sheet about somebody else is never let pass.',
    },
    next: {
      zh: '请转出地更正；此人换过证件的，先把原证件补登记。',
      en: 'Ask for a correction; where the person has had another document, put that on record first.',
    },
  },
  'transfer.sheet-needs-two': {
    kind: 'unprocessable',
    text: {
      zh: '信息表上的姓名有疑问，一个人不能决定接续。',
      en: 'The name on the sheet is in doubt: one officer alone does not decide that.',
    },
    next: {
      zh: '写明理由提出，由另一名复核人员决定。',
      en: 'Propose it with your reason, and a reviewer decides.',
    },
  },
  'transfer.no-proposal': {
    kind: 'conflict',
    text: {
      zh: '这件转移没有等待复核的意见。',
      en: 'Nothing that a clerk proposed waits for a reviewer in this transfer.',
    },
    next: { zh: '查看这件转移现在的状态。', en: 'Look where the transfer stands now.' },
  },
  'transfer.proposer-is-decider': {
    kind: 'forbidden',
    text: { zh: '提出意见的人不能自己复核。', en: 'Whoever proposed it cannot decide on it.' },
    next: { zh: '请另一名复核人员决定。', en: 'Ask another officer who reviews.' },
  },
  'transfer.proposal-decided': {
    kind: 'conflict',
    text: { zh: '这份意见已经有结论。', en: 'It has been decided on already.' },
    next: { zh: '查看这件转移现在的状态。', en: 'Look where the transfer stands now.' },
  },
  'transfer.awaits-reviewer': {
    kind: 'conflict',
    text: {
      zh: '这件转移有意见在等复核，消息随后再办。',
      en: 'A reviewer is deciding in this transfer; the message is applied afterwards.',
    },
    next: { zh: '请复核人员先决定。', en: 'Let the reviewer decide first.' },
  },
});

export type TransferCode = keyof typeof transferRefusals;

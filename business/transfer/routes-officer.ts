import type { Caller } from '#business/access/public';
import type { Operation } from '#platform/http';
import { tellAccount } from './arriving/tell-account.ts';
import {
  answerReminder,
  askForCorrection,
  closeDifference,
  lookAgain,
  sendSheetAgain,
} from './clerk-steps.ts';
import type { TransferContext } from './context.ts';
import { leaveBalance, openWithdrawalByHand } from './departing/pay-out.ts';
import { caseOf, shown, stepRefusals, tag, type Write } from './operation-parts.ts';
import { askAgain, closeUnconfirmed } from './reminding/ask-once-more.ts';
import * as schemas from './schemas.ts';

const sendInformationSheetAgain: Write = {
  ...{ id: 'sendInformationSheetAgain', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/sheet',
  summary: { zh: '更正后重发信息表', en: 'Send a corrected information sheet in place of the last one' },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'transfer.not-accepted'],
  async run(tx, asked) {
    return shown(await sendSheetAgain(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const askForSheetCorrection: Write = {
  ...{ id: 'askForSheetCorrection', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/correction-request',
  summary: { zh: '请转出地更正信息表', en: 'Ask the other agency for a corrected information sheet' },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    return shown(await askForCorrection(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const lookAtSheetAgain: Write = {
  ...{ id: 'lookAtSheetAgain', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/sheet-check',
  summary: {
    zh: '更正件没有来的，按现在的登记重新核对信息表',
    en: 'Look at the sheet again as things are on record now, where no corrected one came',
  },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    return shown(await lookAgain(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const closeTransferDifference: Write = {
  ...{ id: 'closeTransferDifference', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/difference-end',
  summary: { zh: '入账差额已查清', en: 'The difference in what was credited is cleared up' },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    return shown(await closeDifference(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const tellReceivingAccount: Write = {
  ...{ id: 'tellReceivingAccount', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/receiving-account',
  summary: {
    zh: '告知转出地接收余额的账户（以本机构配置的为准）',
    en: 'Tell the other agency where to remit: the account that this agency is configured with',
  },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: stepRefusals,
  async run(tx, asked) {
    return shown(await tellAccount(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const answerTheReminder: Write = {
  ...{ id: 'answerTransferReminder', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/reminder-answer',
  summary: { zh: '对方催办的事项已办', en: 'What the other agency reminded us of is dealt with' },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.need-missing'],
  async run(tx, asked) {
    return shown(await answerReminder(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const openWithdrawalOfBalance: Write = {
  ...{ id: 'openTransferWithdrawal', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/withdrawal',
  summary: {
    zh: '没有转走的余额没有自动开办支取的，由经办开办',
    en: 'Open the withdrawal of a balance that did not go, where it did not open by itself',
  },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.need-missing'],
  async run(tx, asked) {
    return shown(await openWithdrawalByHand(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const leaveTransferBalance: Write = {
  ...{ id: 'leaveTransferBalance', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/balance-left',
  summary: {
    zh: '没有转走的余额留在账户，写明理由，解除冻结',
    en: 'Leave a balance that did not go in the account, with a reason: it is held no more',
  },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'ledger.case-not-over'],
  async run(tx, asked) {
    return shown(await leaveBalance(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const askOtherAgencyAgain: Write = {
  ...{ id: 'askPartnerAgain', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/reminders',
  summary: {
    zh: '多次催办没有答复的，与对方联系后再次催办',
    en: 'Ask the other agency again, which was reminded in vain, having spoken to it',
  },
  params: schemas.number,
  body: schemas.reasoned,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.need-missing'],
  async run(tx, asked) {
    return shown(await askAgain(tx, { ...caseOf(asked), ...schemas.reasoned.parse(asked.body) }));
  },
};

const closeUnconfirmedTransfer: Write = {
  ...{ id: 'closeUnconfirmedTransfer', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/transfers/{number}/unconfirmed-end',
  summary: {
    zh: '转入地始终没有确认入账的，凭付款证明办结',
    en: 'Close a transfer on proof of payment, where the other agency never said that it credited it',
  },
  params: schemas.number,
  body: schemas.proven,
  answer: schemas.stepped,
  refusals: [...stepRefusals, 'casework.need-missing'],
  async run(tx, asked) {
    return shown(await closeUnconfirmed(tx, { ...caseOf(asked), ...schemas.proven.parse(asked.body) }));
  },
};

/** What officers do; most of a transfer goes by itself. */
export const officerOperations: readonly Operation<TransferContext, Caller>[] = [
  sendInformationSheetAgain,
  askForSheetCorrection,
  lookAtSheetAgain,
  closeTransferDifference,
  tellReceivingAccount,
  answerTheReminder,
  openWithdrawalOfBalance,
  leaveTransferBalance,
  askOtherAgencyAgain,
  closeUnconfirmedTransfer,
];

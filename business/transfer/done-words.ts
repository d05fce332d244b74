import type { Text } from '#basics';
import { reviewDone } from '#engines/casework/public';

const either: Readonly<Record<string, Text>> = {
  'take-over': reviewDone['take-over'],
  'hand-over': reviewDone['hand-over'],
  release: reviewDone.release,
  remind: { zh: '催办', en: 'Other agency reminded' },
  reminded: { zh: '对方机构来函催办', en: 'Reminder from the other agency' },
  'ask-again': { zh: '与对方联系后再次催办', en: 'Other agency spoken to, and asked again' },
};

const away: Readonly<Record<string, Text>> = {
  ...either,
  submit: { zh: '申请了转出', en: 'Transfer applied for' },
  cancel: { zh: '撤销了转出申请', en: 'Transfer cancelled' },
  'send-sheet-again': { zh: '更正了信息表', en: 'Corrected information sheet sent' },
  settle: { zh: '结清了余额', en: 'Balance settled' },
  'send-to-bank': { zh: '已交银行划款', en: 'Sent to the bank to be remitted' },
  'return-payment': { zh: '银行退回了划款', en: 'Remittance sent back by the bank' },
  'account-corrected': { zh: '更正了收款账户', en: 'Account to remit to corrected' },
  'close-unconfirmed': {
    zh: '对方始终未确认，凭付款证明办结',
    en: 'Closed on proof of payment; the other agency never confirmed it',
  },
  'refuse-balance': { zh: '转入地不接收余额', en: 'Balance refused by the other agency' },
  'refuse-after-remittance': {
    zh: '转入地拒收已划出的余额',
    en: 'Balance refused by the other agency after it was remitted',
  },
  'open-withdrawal': { zh: '开办了余额支取', en: 'Withdrawal of the balance opened' },
  'leave-balance': { zh: '余额留在账户', en: 'Balance left in the account' },
};

const here: Readonly<Record<string, Text>> = {
  ...either,
  submit: { zh: '申请转入，发出了联系函', en: 'Transfer applied for: the contact letter went out' },
  cancel: { zh: '撤销了转入申请', en: 'Transfer cancelled' },
  'ask-correction': { zh: '请转出地更正信息表', en: 'Corrected sheet asked for' },
  'look-again': { zh: '不等更正，重新核对了信息表', en: 'Sheet checked again, without a corrected one' },
  'tell-account': { zh: '告知了接收账户', en: 'Other agency told where to remit' },
  'record-months': { zh: '接续了缴费年限', en: 'Months recorded' },
  'record-only': { zh: '接续了缴费年限，没有余额', en: 'Months recorded; no balance comes' },
  'propose-sheet': {
    zh: '拟按有疑问的信息表接续，交复核',
    en: 'Recording a doubtful sheet proposed to a second officer',
  },
  'let-pass': { zh: '同意接续缴费年限', en: 'Sheet passed, and its months recorded' },
  'let-pass-only': {
    zh: '同意接续缴费年限，没有余额',
    en: 'Sheet passed, and its months recorded; no balance comes',
  },
  'return-sheet': { zh: '复核退回，再核信息表', en: 'Sheet returned for another check' },
  'declined-there': { zh: '转出地不予转出', en: 'Transfer declined by the other agency' },
  credit: { zh: '余额已入账', en: 'Balance credited' },
  'credit-difference': { zh: '按实际到账金额入账', en: 'What came was credited' },
  'propose-refusal': { zh: '拟不接收余额，交复核', en: 'Refusing the balance proposed to a second officer' },
  'refuse-balance': { zh: '不接收余额', en: 'Balance refused' },
  'return-refusal': {
    zh: '复核退回，余额照常接收',
    en: 'Proposal returned: the balance is still awaited',
  },
};

/**
 * How a step of a transfer is told as what was done. Of an agency whose letter takes no balance nobody reads that an account was
 * asked for: what is asked is that it states so.
 */
export function doneIn(
  process: string,
  { action, notTaken }: { readonly action: string; readonly notTaken: boolean },
): Text | undefined {
  if (notTaken && action === 'await-account') return statementAsked;
  return transferDone[process]?.[action];
}

const statementAsked: Text = {
  zh: '联系函不接收余额，已请转入地书面说明',
  en: 'The contact letter does not take the balance; a written statement was asked for',
};

/** How the history of a transfer tells the steps that are called by what somebody is to do: as what was done. By the process. */
export const transferDone: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  'transfer-out': away,
  'transfer-in': here,
};

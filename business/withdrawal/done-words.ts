import type { Text } from '#basics';
import type { JsonObject } from '#engines/casework';
import { reviewDone } from '#engines/casework/public';

/** What was done with a step of a withdrawal; undefined where its own name says so. What a child's guardian named is not told as the heir's doing. */
export function doneInWithdrawal({
  action,
  data,
}: {
  readonly action: string;
  readonly data: JsonObject;
}): Text | undefined {
  const guardians = action === 'name-own-account' && data.asGuardian === true;
  return guardians ? namedByGuardian : withdrawalDone[action];
}

const namedByGuardian: Text = {
  zh: '监护人为未成年继承人填写了收款账户',
  en: 'Account for the share of a minor heir given by their guardian',
};

/** How the history tells the steps of a withdrawal that are called by what somebody is to do: as what was done. */
export const withdrawalDone: Readonly<Record<string, Text>> = {
  ...reviewDone,
  // Who did it stands below.
  prefill: { zh: '按先前的办件开办，并已填好', en: 'Filled in from the earlier case' },
  'confirm-payee': { zh: '确认了收款账户', en: 'Bank account confirmed' },
  'name-payee': { zh: '填写了收款账户', en: 'Bank account named' },
  'record-heirs': { zh: '登记了继承人、份额或者收款账户', en: 'Heirs, their shares or accounts recorded' },
  'be-heir': {
    zh: '登录的继承人说明自己是哪一位',
    en: 'An heir who signed in said which of the heirs they are',
  },
  'hear-heir': { zh: '记下了一名继承人的表示', en: 'What an heir says recorded' },
  remind: { zh: '已催告补正，延期一次', en: 'Applicant reminded of the papers and given more days, once' },
  'close-not-completed': { zh: '逾期没有补正，终止办理', en: 'Closed, because the papers did not come' },
  settle: { zh: '结清了账户', en: 'Account settled' },
  'send-to-bank': { zh: '已交银行付款', en: 'Sent to the bank to be paid' },
  'return-payment': { zh: '银行退回了付款', en: 'Payment sent back by the bank' },
  'return-meanwhile': {
    zh: '异议审查期间或撤销之后，银行退回了付款',
    en: 'Payment sent back by the bank during an objection, or after the decision was revoked',
  },
  'correct-payee': { zh: '更正了收款账户', en: 'Bank account corrected' },
  'name-own-account': {
    zh: '继承人填写了自己的收款账户',
    en: 'Account for their share given by an heir',
  },
  object: { zh: '提出了异议', en: 'Objection made' },
  'withdraw-objection': { zh: '撤回了异议', en: 'Objection taken back' },
  'propose-to-uphold': {
    zh: '拟维持原决定，交复核',
    en: 'Upholding the decision proposed to a second officer',
  },
  'propose-to-change': {
    zh: '拟改变原决定，交复核',
    en: 'Changing the decision proposed to a second officer',
  },
  'return-objection': { zh: '复核退回，重新审查异议', en: 'Objection returned for another review' },
  uphold: { zh: '维持了原决定', en: 'Decision upheld' },
  'overturn-refusal': { zh: '撤销不予支取，改为同意', en: 'Refusal overturned: approved' },
  'overturn-payment': { zh: '撤销了支付决定', en: 'Decision to pay revoked' },
};

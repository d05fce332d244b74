import type { Text } from '#basics';
import type { LetterFacts, Paid } from './letter-facts.ts';
import { same } from './letter-parts.ts';

/** Sentences that letters of a withdrawal take as they are. */

const paidWhole: Text = {
  zh: '您申请支取的个人账户余额已经付出，银行已确认到账。',
  en: 'The balance of your personal account has been paid out, and the bank has confirmed it.',
};

const paidInPart: Text = {
  zh: '您申请支取的个人账户余额，下列金额已经付出，银行已确认到账；其余已退回个人账户。',
  en: 'Of the balance of the personal account the amount below was paid out, and the bank has confirmed it; the rest is back in the account.',
};

/** To the person insured it is their account; to heirs it is what somebody left, and the sum that of all of them. */
export function paidOpening({ deceased }: LetterFacts, { divided, backFen }: Paid): Text {
  if (deceased === null) return backFen === null ? paidWhole : paidInPart;
  const rest =
    backFen === null ? same('') : { zh: '其余已退回该账户。', en: ' The rest is back in that account.' };
  const shares = divided
    ? {
        zh: '下面的金额是各继承人合计的数额；您本人的一份，见写给您的《继承份额告知书》。',
        en: ' The amount below is that of all heirs together; your own share stands in the notice of an heir’s share that is written to you.',
      }
    : same('');
  return {
    zh: `去世的参保人${deceased.zh}留下的医保个人账户余额已经${divided ? '按份额付给各继承人' : '付出'}，银行已确认到账。${rest.zh}${shares.zh}`,
    en: `The balance that ${deceased.en} left in a medical-insurance account has been paid${divided ? ' to the heirs, each their share' : ''}, and the bank has confirmed it.${rest.en}${shares.en}`,
  };
}

export const noReason: Text = { zh: '未说明原因', en: 'no reason' };

export const backAndContested: Text = {
  zh: '支付的款项被银行退回。对支付决定提出的异议正在审查，款项由本机构留存，结果出来以前不付给任何人。',
  en: 'The bank has sent the payment back. An objection to the decision is being looked at; the money is kept by this agency and paid to nobody until that is decided.',
};

export const untilDecided: Text = {
  zh: '现在不需要您做什么。支付决定维持的，我们会请您更正收款账户后再付；撤销的，款项记回个人账户。结果另行书面告知。',
  en: 'You need not do anything now. If the decision stands, we ask you to correct the account and pay again; if it is revoked, the money goes back into the personal account. The outcome is told in writing.',
};

export const backAndRevoked: Text = {
  zh: '支付的款项被银行退回。支付决定此前已经撤销，这笔款项已全部记入个人账户。',
  en: 'The bank has sent the payment back. The decision to pay had been revoked before, and the money is in the personal account in full.',
};

export const nothingOwed: Text = {
  zh: '因这笔支付要求退还的款项中还没有退还的部分，已由退回的款项抵清，不必再退还。在此之前已经退还的，请凭本告知书向本机构查询。',
  en: 'What was still owed back for this payment is settled by it and need not be paid. If you had paid some of it back before, ask us about that with this letter.',
};

export const upheld: Text = { zh: '维持原决定', en: 'The decision stands' };

export const revoked: Text = { zh: '撤销支付决定', en: 'The decision to pay is revoked' };

export const notOffered: Text = {
  zh: '按现有记录，申请所依据的情形不适用。如果情况属实，请先带证明材料登记。',
  en: 'On what is on record the ground does not apply. If it is the case, have it recorded with its proof first.',
};

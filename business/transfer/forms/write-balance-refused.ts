import { inEachLanguage } from '#basics';
import type { LetterContent } from '#business/letters';
import type { BalanceRefused } from '../messages/balance-refused.ts';
import type { TransferPerson } from '../messages/person.ts';
import { balanceRefusalCodes } from '../messages/refusal-codes.ts';
import { agencyOf, asTyped, bareContent, bareForm, personRows, row, same, section, yuan } from './parts.ts';
import type { Between } from './write-contact-letter.ts';

/** 不接收余额通知: the explicit refusal with which the person may have the balance paid out. */
export function writeBalanceRefused(
  refused: BalanceRefused,
  { to, person }: Between & { readonly person: TransferPerson },
): LetterContent {
  const { code, text, legalBasis, refusedOn, money, sentBackReference, amountFen } = refused;
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: '下列参保人员的个人账户余额，本机构不予接收，理由如下。',
      en: 'We do not take the balance of the personal account of the person below, for the reason given.',
    },
    lists: [
      { title: { zh: '理由', en: 'Reason' }, items: [{ text: asTyped(text), note: basisNote(legalBasis) }] },
    ],
    closing: {
      zh: '本通知是转入地明确不接收余额的书面凭据。参保人可以凭本通知向转出地申请一次性支取；医保关系和缴费月数的转移不受影响。',
      en: 'This is the receiving agency’s explicit refusal in writing. With it, the person may have the balance paid out by the agency that was left; the transfer of the relationship and the months is not affected.',
    },
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, personRows(person)),
        section({ zh: '不予接收', en: 'Refusal' }, [
          row({ zh: '原因', en: 'Reason' }, balanceRefusalCodes[code], true),
          row({ zh: '决定日期', en: 'Decided on' }, refusedOn),
          row(
            { zh: '款项', en: 'Money' },
            money === 'sent-back' ? { zh: '已退回', en: 'sent back' } : { zh: '未收到', en: 'did not come' },
          ),
          sentBackReference === null
            ? null
            : row({ zh: '退款编号', en: 'Sent back as' }, asTyped(same(sentBackReference))),
          amountFen === null ? null : row({ zh: '退回金额', en: 'Sent back' }, yuan(amountFen)),
        ]),
      ],
    }),
  };
}

export function basisNote(legalBasis: string) {
  const { zh, en } = inEachLanguage(legalBasis);
  return { zh: `依据：${zh}`, en: `Legal basis: ${en}` };
}

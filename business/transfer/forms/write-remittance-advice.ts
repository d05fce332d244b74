import type { LetterContent } from '#business/letters';
import type { RemittanceAdvice } from '../messages/remittance-advice.ts';
import { agencyOf, bareContent, bareForm, clausesOf, row, section, yuan } from './parts.ts';
import type { Between } from './write-contact-letter.ts';

/** 基金划转通知: what the bank paid and how the receiving agency finds it. */
export function writeRemittanceAdvice(advice: RemittanceAdvice, { to }: Between): LetterContent {
  const { payer, payee } = advice;
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: '下列参保人员的个人账户余额已由银行付出，请按付款编号核对，记入其个人账户后告知本机构。',
      en: 'The bank has paid the balance of the person below. Please match it by the reference, credit it to the person’s account, and tell us.',
    },
    amountFen: advice.amountFen,
    clauses: clausesOf(['TRANSFER-2', 'TRANSFER-FLOW']),
    closing: {
      zh: '金额不符或者不能入账的，请写明原因通知本机构，并按原路退回，不要长期挂账。',
      en: 'If another sum came, or it cannot be credited, please tell us why and send it back the way it came; do not keep it in suspense.',
    },
    form: bareForm({
      reference: advice.reference,
      sections: [
        section({ zh: '划转', en: 'Remittance' }, [
          row({ zh: '参保人员姓名', en: 'Whose balance' }, advice.personName),
          row({ zh: '划转日期', en: 'Paid on' }, advice.remittedOn),
          row({ zh: '其中本金', en: 'Principal in it' }, yuan(advice.principalFen)),
          row({ zh: '其中利息', en: 'Interest in it' }, yuan(advice.interestFen)),
          row({ zh: '付款编号', en: 'Reference' }, advice.reference, true),
        ]),
        section({ zh: '付款方', en: 'From' }, bankRows(payer)),
        section({ zh: '收款方', en: 'To' }, [
          ...bankRows(payee),
          row({ zh: '联行号', en: 'Clearing code' }, payee.bankCode),
        ]),
      ],
      notes: [
        {
          zh: '账号只写末四位；完整账号见联系函或接收账户告知。',
          en: 'Only the last four digits of account numbers are given; the whole number stands in the contact letter or the account details.',
        },
      ],
    }),
  };
}

function bankRows({ holder, bankName, accountTail }: RemittanceAdvice['payer']) {
  return [
    row({ zh: '户名', en: 'Holder' }, holder, true),
    row({ zh: '开户银行全称', en: 'Bank' }, bankName, true),
    row({ zh: '账号末四位', en: 'Account ends in' }, accountTail),
  ];
}

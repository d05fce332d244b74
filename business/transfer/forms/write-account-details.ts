import type { LetterContent } from '#business/letters';
import type { AccountDetails } from '../messages/account-details.ts';
import type { TransferPerson } from '../messages/person.ts';
import { agencyOf, bareContent, bareForm, clausesOf, personRows, row, section } from './parts.ts';
import type { Between } from './write-contact-letter.ts';

/** 接收余额账户告知书: where the balance shall go, in place of the account that a payment came back from. */
export function writeAccountDetails(
  { receivingAccount, validFrom }: AccountDetails,
  { to, person }: Between & { readonly person: TransferPerson },
): LetterContent {
  const { holder, bankName, bankCode, accountNumber } = receivingAccount;
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: '下列参保人员的个人账户余额，请划转至本函所列账户；此前告知的账户不再使用。',
      en: 'Please remit the balance of the person below to this account; the one that we named before is not to be used.',
    },
    clauses: clausesOf(['TRANSFER-FLOW']),
    closing: {
      zh: '划转后请将基金划转通知寄送本机构。',
      en: 'Once it is remitted, please send us the remittance advice.',
    },
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, personRows(person)),
        section({ zh: '接收余额的账户', en: 'Account for the balance' }, [
          row({ zh: '户名', en: 'Holder' }, holder, true),
          row({ zh: '开户行', en: 'Bank' }, bankName),
          row({ zh: '行号', en: 'Bank code' }, bankCode),
          row({ zh: '账号', en: 'Account' }, accountNumber, true),
          row({ zh: '启用日期', en: 'Valid from' }, validFrom),
        ]),
      ],
    }),
  };
}

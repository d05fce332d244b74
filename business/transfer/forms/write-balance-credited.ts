import type { LetterContent } from '#business/letters';
import type { BalanceCredited } from '../messages/balance-credited.ts';
import type { TransferPerson } from '../messages/person.ts';
import {
  agencyOf,
  asTyped,
  bareContent,
  bareForm,
  clausesOf,
  personRows,
  row,
  same,
  section,
  yuan,
} from './parts.ts';
import type { Between } from './write-contact-letter.ts';

/** 余额到账确认: the money came and is in the person's account. */
export function writeBalanceCredited(
  credited: BalanceCredited,
  { to, person }: Between & { readonly person: TransferPerson },
): LetterContent {
  const { amountFen, reference, receivedOn, creditedOn, expectedFen } = credited;
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: '你机构划转的下列参保人员个人账户余额已到账，并已记入其个人账户。',
      en: 'The balance of the person below that you remitted has come and stands in the person’s account.',
    },
    amountFen,
    clauses: clausesOf(['TRANSFER-FLOW']),
    closing: {
      zh: '本次转移的余额部分就此办结。',
      en: 'With this the balance of the transfer is settled.',
    },
    form: bareForm({
      ...{ reference },
      sections: [
        section({ zh: '参保人员', en: 'Person' }, personRows(person)),
        section({ zh: '到账', en: 'Receipt' }, [
          row({ zh: '到账日期', en: 'Received on' }, receivedOn),
          row({ zh: '记账日期', en: 'Credited on' }, creditedOn),
          expectedFen === null ? null : row({ zh: '通知金额', en: 'Announced' }, yuan(expectedFen)),
          row({ zh: '付款编号', en: 'Reference' }, asTyped(same(reference)), true),
        ]),
      ],
    }),
  };
}

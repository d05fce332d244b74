import type { LetterContent } from '#business/letters';
import { type Invalidate, invalidationCodes } from '../messages/invalidate.ts';
import type { TransferPerson } from '../messages/person.ts';
import { agencyOf, bareContent, bareForm, personRows, row, section } from './parts.ts';
import type { Between } from './write-contact-letter.ts';

/** 撤回联系函通知: what we wrote no longer counts. */
export function writeInvalidation(
  { reason, text }: Invalidate,
  { to, person, caseNumber }: Between & { readonly person: TransferPerson; readonly caseNumber: string },
): LetterContent {
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: '本机构就下列参保人员发出的联系函现予撤回，请不要再据以办理转移；已经终止关系的，请恢复。',
      en: 'We take back our contact letter about the person below. Please do not act on it; where you have ended the relationship already, restore it.',
    },
    closing: {
      zh: '已经划出余额的，请告知本机构，由本机构退回。',
      en: 'If the balance has left you already, tell us, and we send it back.',
    },
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, personRows(person)),
        section({ zh: '撤回', en: 'Taken back' }, [
          row({ zh: '本机构办理编号', en: 'Our case' }, caseNumber, true),
          row({ zh: '原因', en: 'Reason' }, invalidationCodes[reason], true),
          row({ zh: '说明', en: 'In words' }, text, true),
        ]),
      ],
    }),
  };
}

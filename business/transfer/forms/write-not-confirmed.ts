import type { LetterContent } from '#business/letters';
import type { TransferPerson } from '../messages/person.ts';
import type { TransferDeclined } from '../messages/transfer-declined.ts';
import { agencyOf, bareContent, bareForm, clausesOf, personRows, row, section } from './parts.ts';
import { basisNote } from './write-balance-refused.ts';
import type { Between } from './write-contact-letter.ts';

/** The receiving agency answers an announcement: whoever was announced does not come. Nothing is decided against anybody. */
export function writeNotConfirmed(
  { reasons, declinedOn }: TransferDeclined,
  { to, person }: Between & { readonly person: TransferPerson },
): LetterContent {
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: '你机构告知要转入本地的下列参保人员，本机构不再办理转入，不会发出联系函，请终止这件转移。此前的参保关系和余额不受影响。',
      en: 'You announced the person below to us. We do not go on with the transfer and send no contact letter; please end it with you. The relationship and the balance are untouched.',
    },
    lists: [
      {
        title: { zh: '原因和办法', en: 'Why, and what can be done' },
        items: reasons.map(({ text, remedy, legalBasis }) => ({
          text: { zh: `${text.zh}${remedy.zh}`, en: `${text.en} ${remedy.en}` },
          note: basisNote(legalBasis),
        })),
      },
    ],
    clauses: clausesOf(['TRANSFER-FLOW']),
    closing: {
      zh: '以后再申请转入的，本机构另发联系函。',
      en: 'Should the person apply to us later, we write a contact letter then.',
    },
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, personRows(person)),
        section({ zh: '终止', en: 'Ended' }, [row({ zh: '日期', en: 'On' }, declinedOn)]),
      ],
    }),
  };
}

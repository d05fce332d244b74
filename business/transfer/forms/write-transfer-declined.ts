import { addDays, addMonths, type PlainDate, type Text } from '#basics';
import type { LetterContent } from '#business/letters';
import { lawsuitMonths, reconsiderationDays, regionPack, valueOn } from '#law';
import type { TransferPerson } from '../messages/person.ts';
import type { TransferDeclined } from '../messages/transfer-declined.ts';
import { agencyOf, bareContent, bareForm, clausesOf, personRows, row, section } from './parts.ts';
import { basisNote } from './write-balance-refused.ts';
import type { Between } from './write-contact-letter.ts';

/** 不予转移告知书: every reason with its remedy, to the other agency and, in the same words, to the person. */
export function writeTransferDeclined(
  declined: TransferDeclined,
  { from, to, person }: Between & { readonly person: TransferPerson },
): LetterContent {
  const { reasons, declinedOn, supersededBy } = declined;
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: '经核对，下列参保人员的转移不符合条件，现一次告知全部原因和解决办法。各项解决后请再次发联系函，沿用原编号或者另编都可以；此前的参保记录和余额不受影响。',
      en: 'The transfer of the person below does not meet the conditions. These are all the reasons and what resolves each. Once they are resolved, a new contact letter under the same number or another is enough; the record and the balance are untouched.',
    },
    lists: [
      {
        title: { zh: '原因和解决办法', en: 'Reasons and what resolves them' },
        items: reasons.map(({ text, remedy, legalBasis }) => ({
          text: { zh: `${text.zh}${remedy.zh}`, en: `${text.en} ${remedy.en}` },
          note: basisNote(legalBasis),
        })),
      },
    ],
    clauses: clausesOf(['TRANSFER-CHECK', 'SIL-83', 'SIH-52']),
    remedies: remediesFrom(declinedOn, from),
    closing: {
      zh: '本告知书同时送转入地和参保人本人。',
      en: 'This goes to the receiving agency and to the person alike.',
    },
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, personRows(person)),
        section({ zh: '决定', en: 'Decision' }, [
          row({ zh: '决定日期', en: 'Decided on' }, declinedOn),
          supersededBy === null
            ? null
            : row({ zh: '正在办理的转移', en: 'Transfer under way' }, supersededBy),
        ]),
      ],
    }),
  };
}

/** SI Law art. 83 and Handling Regulations art. 52, at the places of the agency’s own region. */
function remediesFrom(on: PlainDate, region: string): Text[] {
  const days = valueOn(reconsiderationDays, on)?.value ?? 0;
  const months = valueOn(lawsuitMonths, on)?.value ?? 0;
  const { reconsideredBy, court, hotline } = regionPack(region);
  const [reconsidered, sued] = [addDays(on, days), addMonths(on, months)];
  return [
    {
      zh: `自收到之日起 ${days} 日内，可以向${reconsideredBy.zh}申请行政复议。今天收到的，到 ${reconsidered} 为止。`,
      en: `Within ${days} days of receiving this you may ask ${reconsideredBy.en} for administrative reconsideration. Received today, that is until ${reconsidered}.`,
    },
    {
      zh: `也可以自收到之日起 ${months} 个月内，直接向${court.zh}提起行政诉讼。今天收到的，到 ${sued} 为止。`,
      en: `Or within ${months} months of receiving it you may sue in ${court.en}. Received today, that is until ${sued}.`,
    },
    {
      zh: `有疑问的，可以先拨打 ${hotline.number} 询问。`,
      en: `If anything is unclear, ask at ${hotline.number} first.`,
    },
  ];
}

import type { LetterContent } from '#business/letters';
import type { Said } from '../messages/figures-of.ts';
import { type Invalidate, invalidationCodes } from '../messages/invalidate.ts';
import type { TransferPerson } from '../messages/person.ts';
import { agencyOf, asTyped, bareContent, bareForm, personRows, row, section } from './parts.ts';
import type { Between } from './write-contact-letter.ts';

/** What is taken back: a letter about who comes here, the announcement of who leaves, or anything else. */
export type TakenBackForm = 'contact-letter' | 'certificate' | 'message';

/** 撤回通知: what we wrote no longer counts. */
export function writeInvalidation(
  { reason, text }: Invalidate,
  {
    to,
    person,
    caseNumber,
    takesBack,
  }: Between & {
    readonly person: TransferPerson;
    readonly caseNumber: string;
    readonly takesBack: TakenBackForm;
  },
): LetterContent {
  return {
    ...bareContent,
    to: agencyOf(to),
    ...words[takesBack],
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, personRows(person)),
        section({ zh: '撤回', en: 'Taken back' }, [
          row({ zh: '本机构办理编号', en: 'Our case' }, caseNumber, true),
          row({ zh: '原因', en: 'Reason' }, invalidationCodes[reason], true),
          row({ zh: '说明', en: 'In words' }, asTyped(text), true),
        ]),
      ],
    }),
  };
}

/** What a message is called where it is taken back: a reminder announces somebody only with the certificate. */
export function takenBackForm(meant: Said | undefined): TakenBackForm {
  if (meant?.type === 'contact-letter') return 'contact-letter';
  return meant?.type === 'reminder' && meant.body.certificate !== null ? 'certificate' : 'message';
}

const words: Readonly<Record<TakenBackForm, Pick<LetterContent, 'opening' | 'closing'>>> = {
  'contact-letter': {
    opening: {
      zh: '本机构就下列参保人员发出的联系函现予撤回，请不要再据以办理转移；已经终止关系的，请恢复。',
      en: 'We take back our contact letter about the person below. Please do not act on it; where you have ended the relationship already, restore it.',
    },
    closing: {
      zh: '已经划出余额的，请告知本机构，由本机构退回。',
      en: 'If the balance has left you already, tell us, and we send it back.',
    },
  },
  certificate: {
    opening: {
      zh: '下列参保人员在本机构的转出申请已经撤回，本机构为此出具的参保凭证作废，请不要再据以发联系函。',
      en: 'The person below has taken the application to leave us back. The certificate that we issued for it no longer counts; please do not write a contact letter on it.',
    },
    closing: {
      zh: '已经发出联系函的，本机构会答复；还要转移的，请本人在你机构重新申请。',
      en: 'A letter that is on its way already is answered. Whoever wants to move after all applies to you anew.',
    },
  },
  message: {
    opening: {
      zh: '就下列参保人员发出的一件函件现予作废，请不要再据以办理。',
      en: 'A message about the person below is taken back. Please do not act on it.',
    },
    closing: {
      zh: '已经付出的款项不因作废而退回；需要退回的，由双方机构联系办理。',
      en: 'Money that has left is not called back by this; where it has to come back, the two agencies arrange it.',
    },
  },
};

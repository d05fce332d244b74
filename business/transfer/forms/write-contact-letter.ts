import type { Text } from '#basics';
import type { LetterContent } from '#business/letters';
import type { ContactLetter } from '../messages/contact-letter.ts';
import { schemeNames } from '../messages/scheme.ts';
import {
  agencyOf,
  bareContent,
  bareForm,
  clausesOf,
  contactRows,
  personRows,
  row,
  section,
} from './parts.ts';
import { householdName } from './write-certificate.ts';

/** Between which agencies a form goes, six digits each. */
export interface Between {
  readonly from: string;
  readonly to: string;
}

/** 联系函: the receiving agency asks the sending one for the record and the balance. */
export function writeContactLetter(letter: ContactLetter, { to }: Between): LetterContent {
  const { person, scheme, enrolledOn, appliedOn, applicant, category, householdKind } = letter;
  return {
    ...bareContent,
    to: agencyOf(to),
    opening: {
      zh: '下列参保人员已在我地参加基本医疗保险并申请转移。请核对后终止其在你地的医保关系，出具信息表，并划转个人账户余额。',
      en: 'The person below is now insured with us and has applied for the transfer. Please check the conditions, end the relationship with you, issue the information sheet and remit the balance of the account.',
    },
    clauses: clausesOf(['TRANSFER-FLOW', 'TRANSFER-CHECK']),
    closing: {
      zh: '符合条件的，请自受理之日起十个工作日内办结；不符合条件的，请一次告知全部原因。',
      en: 'Where the conditions are met, please complete it within ten working days of taking it up; where they are not, tell us every reason at once.',
    },
    form: bareForm({
      sections: [
        section({ zh: '参保人员', en: 'Person' }, [
          ...personRows(person),
          row({ zh: '户籍类型', en: 'Household' }, householdName(householdKind)),
          row({ zh: '参保凭证号', en: 'Certificate' }, letter.certificateNumber ?? none, true),
        ]),
        section({ zh: '转移事项', en: 'Transfer' }, [
          row({ zh: '医疗保险类型', en: 'Scheme here' }, schemeNames[scheme]),
          row({ zh: '转移类别', en: 'Because of' }, categoryNames[category]),
          row({ zh: '参保日期', en: 'Insured here from' }, enrolledOn),
          row({ zh: '申请日期', en: 'Applied on' }, appliedOn),
          row({ zh: '申请人', en: 'Applicant' }, applicantNames[applicant], true),
        ]),
        section({ zh: '接收余额的账户', en: 'Account for the balance' }, accountRows(letter)),
        section({ zh: '转入地经办机构', en: 'Receiving agency' }, contactRows(letter.contact)),
      ],
    }),
  };
}

const none: Text = { zh: '未出示', en: 'not shown' };

function accountRows({ acceptsBalance, receivingAccount }: ContactLetter) {
  const name = { zh: '说明', en: 'Note' };
  if (!acceptsBalance)
    return [
      row(
        name,
        {
          zh: '本机构不接收个人账户余额，理由另行书面通知。',
          en: 'We do not take the balance; the reason follows in writing.',
        },
        true,
      ),
    ];
  if (receivingAccount === null)
    return [
      row(
        name,
        {
          zh: '接收余额，账户信息另行书面告知。',
          en: 'We take the balance; the account follows in writing.',
        },
        true,
      ),
    ];
  const { holder, bankName, bankCode, accountNumber } = receivingAccount;
  return [
    row({ zh: '户名', en: 'Holder' }, holder, true),
    row({ zh: '开户银行全称', en: 'Bank' }, bankName, true),
    row({ zh: '银行账号', en: 'Account number' }, accountNumber),
    row({ zh: '联行号', en: 'Clearing code' }, bankCode),
  ];
}

export const categoryNames: Readonly<Record<ContactLetter['category'], Text>> = {
  employment: { zh: '就业变动', en: 'a change of employment' },
  household: { zh: '户籍变动', en: 'a change of household registration' },
  residence: { zh: '常住地变动', en: 'a change of habitual residence' },
};

const applicantNames: Readonly<Record<ContactLetter['applicant'], Text>> = {
  insured: { zh: '参保人本人', en: 'the insured person' },
  employer: { zh: '用人单位', en: 'the employer' },
  agency: { zh: '经办机构（免申请）', en: 'the agency, without an application' },
};

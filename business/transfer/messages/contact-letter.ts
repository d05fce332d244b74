import { z } from 'zod';
import { certificateNumber } from './certificate-number.ts';
import { contact, exampleContact } from './contact.ts';
import { day, field, wrong } from './fields.ts';
import { defineMessage } from './message-kind.ts';
import { examplePerson, person } from './person.ts';
import { exampleAccount, receivingAccount } from './receiving-account.ts';
import { scheme } from './scheme.ts';
import { transferCategories } from './transfer-categories.ts';

export const applicants = ['insured', 'employer', 'agency'] as const;
/** 户籍类型; most provinces have one kind since the reform of 2014. */
export const householdKinds = ['urban', 'rural', 'resident', 'elsewhere'] as const;

const body = z
  .strictObject({
    person: field(person, { zh: '参保人', en: 'Whom it is about', source: '联系函' }),
    scheme: field(scheme, {
      zh: '医疗保险类型',
      en: 'The scheme in which the person is now insured at the receiving agency',
      source: '联系函',
    }),
    enrolledOn: field(day, {
      zh: '在转入地的参保日期',
      en: 'First day of the new insurance there',
      source: '联系函',
    }),
    appliedOn: field(day, { zh: '申请转移日期', en: 'Day of the application', source: '联系函' }),
    applicant: field(z.enum(applicants), {
      zh: '申请人（本人、单位、经办机构）',
      en: 'Who applied: the person, the employer, or an agency of its own accord',
      source: '联系函',
    }),
    category: field(z.enum(transferCategories), {
      zh: '转移类别（就业、户籍、居住地变动）',
      en: 'What moved: the employment, the household registration, or the habitual residence',
      source: '联系函',
    }),
    householdKind: field(z.enum(householdKinds).nullable(), {
      zh: '户籍类型（城镇、农村、不分城乡的居民户口、境外）',
      en: 'Kind of household registration: urban, rural, resident (where the kinds are one), or outside the mainland',
      source: '联系函',
    }),
    certificateNumber: field(certificateNumber.nullable(), {
      zh: '参保凭证号',
      en: 'Number of the insurance certificate that the person brought; null where none was shown',
      source: '联系函',
    }),
    acceptsBalance: field(z.boolean(), {
      zh: '是否接收个人账户余额',
      en: 'Whether the receiving agency takes the balance. False announces a `balance-refused` and is none itself',
    }),
    receivingAccount: field(receivingAccount.nullable(), {
      zh: '接收余额的账户',
      en: 'Where the balance shall go; null says that the account will be told by `account-details`',
      source: '联系函',
    }),
    contact: field(contact, { zh: '转入地经办机构', en: 'The receiving agency', source: '联系函' }),
  })
  .refine(({ acceptsBalance, receivingAccount: account }) => acceptsBalance || account === null, {
    ...wrong({
      zh: '不接收余额的，不应写接收账户。',
      en: 'An agency that takes no balance names no account.',
    }),
    path: ['receivingAccount'],
  });

export const contactLetter = defineMessage({
  type: 'contact-letter',
  name: { zh: '联系函', en: 'Contact letter' },
  sender: 'receiving',
  says: {
    zh: '转入地告诉转出地：此人已在本地参保并申请转移，请转出记录和余额。',
    en: 'The receiving agency says that the person is insured there and asks for the record and the balance.',
  },
  body,
  example: {
    ...{ person: examplePerson, scheme: 'employee', enrolledOn: '2026-10-01', appliedOn: '2026-11-16' },
    ...{ applicant: 'insured', category: 'employment', householdKind: 'resident' },
    ...{ certificateNumber: '粤2026-7K3M9-QX2TB-04GH2', acceptsBalance: true },
    ...{ receivingAccount: exampleAccount, contact: exampleContact },
  } as z.output<typeof body>, // the days are literals
});
export type ContactLetter = z.output<typeof body>;

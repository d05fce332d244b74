import { z } from 'zod';
import { certificateNumber } from './certificate-number.ts';
import { contact } from './contact.ts';
import { householdKinds } from './contact-letter.ts';
import { amount, day, field, line, month, region, wrong } from './fields.ts';
import { examplePerson, person } from './person.ts';
import { scheme } from './scheme.ts';

const household = z.strictObject({
  address: field(line(200), { zh: '户籍地地址', en: 'Registered address', source: '参保凭证' }),
  kind: field(z.enum(householdKinds), { zh: '户籍类型', en: 'Kind of registration', source: '参保凭证' }),
  headName: field(line(70).nullable(), { zh: '户主姓名', en: 'Head of the household', source: '参保凭证' }),
  headIdentity: field(
    z
      .string()
      .regex(/^\d{17}[\dX]$/)
      .nullable(),
    {
      zh: '户主公民身份号码',
      en: 'Citizen ID of the head of the household',
      source: '参保凭证',
    },
  ),
});

const span = (zh: string, en: string) =>
  field(
    z.strictObject({
      from: field(month, { zh: '开始年月', en: 'First month', source: '参保凭证' }),
      to: field(month, { zh: '截止年月', en: 'Last month', source: '参保凭证' }),
    }),
    { zh, en, source: '参保凭证' },
  );

/** 参保凭证: what the sending agency certifies of a person who leaves it. */
export const certificate = z
  .strictObject({
    number: field(certificateNumber, { zh: '凭证号', en: 'Its number', source: '参保凭证' }),
    issuedOn: field(day, { zh: '打印日期', en: 'Day on which it was issued', source: '参保凭证' }),
    validUntil: field(day, { zh: '有效期至', en: 'Last day on which it is taken', source: '参保凭证' }),
    region: field(region, { zh: '参保地区划代码', en: 'Region of the sending agency', source: '参保凭证' }),
    person: field(person, { zh: '参保人', en: 'Whom it certifies', source: '参保凭证' }),
    insuranceNumber: field(line(30).nullable(), {
      zh: '医疗保障编号（与身份号码不同的才写）',
      en: 'Insurance number, only where it is not the identity number',
      source: '参保凭证',
    }),
    household: field(household.nullable(), {
      zh: '户籍',
      en: 'Household registration; null where not on record',
    }),
    scheme: field(scheme, { zh: '医疗保障类型', en: 'Scheme', source: '参保凭证' }),
    insured: span('参保时间', 'Insured from and to'),
    benefits: field(span('待遇享受起止时间', 'Benefits from and to').nullable(), {
      zh: '待遇享受起止时间',
      en: 'Months for which there were benefits; null where there were none',
      source: '参保凭证',
    }),
    balanceFen: field(amount.nullable(), {
      zh: '个人账户余额（分）',
      en: 'Balance at the end of `balanceOn`, in fen; for information, never a basis of settlement. Null where there is no account',
      source: '参保凭证',
    }),
    balanceOn: field(day.nullable(), {
      zh: '余额日期',
      en: 'The day before the certificate',
      source: '参保凭证',
    }),
    contact: field(contact, { zh: '办理机构', en: 'The sending agency', source: '参保凭证' }),
  })
  .refine(({ insured }) => insured.from <= insured.to, {
    ...wrong({ zh: '参保截止年月在开始年月之前。', en: 'It ends before it begins.' }),
    path: ['insured', 'to'],
  })
  .refine(({ issuedOn, validUntil }) => issuedOn <= validUntil, {
    ...wrong({ zh: '有效期在打印日期之前。', en: 'It is past its validity on the day of its issue.' }),
    path: ['validUntil'],
  })
  .refine(({ balanceFen, balanceOn }) => (balanceFen === null) === (balanceOn === null), {
    ...wrong({ zh: '余额和余额日期要么都写，要么都不写。', en: 'A balance has a day, and a day a balance.' }),
    path: ['balanceOn'],
  });
export type Certificate = z.output<typeof certificate>;

export const exampleCertificate = {
  ...{ number: '粤2026-7K3M9-QX2TB-04GH2', issuedOn: '2026-11-02', validUntil: '2027-02-02' },
  ...{ region: '440300', person: examplePerson, insuranceNumber: null, household: null, scheme: 'employee' },
  ...{ insured: { from: '2018-03', to: '2026-09' }, benefits: { from: '2018-04', to: '2026-09' } },
  ...{ balanceFen: '831240', balanceOn: '2026-11-01' },
  contact: {
    ...{ unit: '示例经办中心', person: null, phone: '0755-00000000' },
    ...{ address: '示例市示例区示例路 2 号', postcode: '518000' },
  },
} as Certificate; // the days are literals

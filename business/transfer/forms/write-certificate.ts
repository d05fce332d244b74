import { showYuan, type Text } from '#basics';
import type { LetterContent } from '#business/letters';
import { maskName } from '#business/registry/public';
import { spanOf } from '../arrival/months.ts';
import type { Certificate } from '../messages/certificate.ts';
import type { householdKinds } from '../messages/contact-letter.ts';
import { schemeNames } from '../messages/scheme.ts';
import {
  bareContent,
  bareForm,
  clausesOf,
  contactRows,
  personRows,
  placeName,
  row,
  same,
  section,
} from './parts.ts';

/** 参保凭证: what a person takes along, or a reminder carries, to where they go. */
export function writeCertificate(certificate: Certificate): LetterContent {
  const { person, number, validUntil, balanceFen, balanceOn } = certificate;
  return {
    ...bareContent,
    to: same(maskName(person.name)),
    opening: {
      zh: '兹证明下列人员在本地参加基本医疗保险的情况。请持本凭证向转入地经办机构申请转移；本机构在收到转入地的联系函后办理转出。',
      en: 'This certifies the basic medical insurance of the person named below. Show it where you are insured next and apply for the transfer there; we carry it out once that agency’s contact letter has come.',
    },
    amountFen: balanceFen,
    clauses: clausesOf(['TRANSFER-FLOW']),
    closing: {
      zh: '参保时间以转出时的信息表为准。',
      en: 'The months that count are those of the information sheet at the transfer.',
    },
    form: bareForm({
      ...{ reference: number, validUntil },
      sections: [
        section({ zh: '基本信息', en: 'Person' }, [
          ...personRows(person),
          certificate.insuranceNumber === null
            ? null
            : row({ zh: '医疗保障编号', en: 'Insurance number' }, certificate.insuranceNumber),
          ...householdRows(certificate),
        ]),
        section({ zh: '参保信息', en: 'Insurance' }, insuranceRows(certificate)),
        section({ zh: '办理机构', en: 'Issued by' }, contactRows(certificate.contact)),
      ],
      notes: notesOf({ validUntil, balanceFen, balanceOn }),
    }),
  };
}

function insuranceRows({ scheme, region, insured, benefits, balanceFen, balanceOn }: Certificate) {
  return [
    row({ zh: '医疗保障类型', en: 'Scheme' }, schemeNames[scheme]),
    row({ zh: '参保地', en: 'Insured in' }, placeName(region)),
    row({ zh: '参保时间', en: 'Insured' }, spanOf(insured)),
    row(
      { zh: '待遇享受时间', en: 'Benefits' },
      benefits === null ? { zh: '无', en: 'none' } : spanOf(benefits),
    ),
    balanceFen === null
      ? row(
          { zh: '个人账户余额', en: 'Account balance' },
          { zh: '没有个人账户', en: 'There is no account' },
          true,
        )
      : row(
          { zh: '个人账户余额', en: 'Account balance' },
          {
            zh: `截至 ${balanceOn} 日终 ${showYuan(BigInt(balanceFen))} 元（大写见下）`,
            en: `${showYuan(BigInt(balanceFen))} yuan at the end of ${balanceOn}; in words below`,
          },
          true,
        ),
  ];
}

const householdNames: Readonly<Record<(typeof householdKinds)[number], Text>> = {
  urban: { zh: '城镇', en: 'urban' },
  rural: { zh: '农村', en: 'rural' },
  resident: { zh: '居民户口（不分城乡）', en: 'resident (urban and rural alike)' },
  elsewhere: { zh: '境外', en: 'outside the mainland' },
};

export function householdName(kind: (typeof householdKinds)[number] | null): Text {
  return kind === null ? { zh: '未登记', en: 'not on record' } : householdNames[kind];
}

function householdRows({ household }: Certificate) {
  if (household === null) return [];
  const { address, kind, headName, headIdentity } = household;
  return [
    row({ zh: '户籍地地址', en: 'Registered address' }, address, true),
    row({ zh: '户籍类型', en: 'Household' }, householdNames[kind]),
    headName === null ? null : row({ zh: '户主姓名', en: 'Its head' }, headName),
    headIdentity === null
      ? null
      : row({ zh: '户主公民身份号码', en: 'Head’s citizen ID' }, headIdentity, true),
  ];
}

function notesOf({
  validUntil,
  balanceFen,
  balanceOn,
}: Pick<Certificate, 'validUntil' | 'balanceFen' | 'balanceOn'>): Text[] {
  const balance: Text = {
    zh: `个人账户余额为前一日（${balanceOn}）日终的余额，仅供参考，不作为结算依据；实际划转或者支付的金额以结清当日为准，利息计算到结清当日。`,
    en: `The balance is that of the end of the previous day (${balanceOn}), for information only and no basis of settlement. What is remitted or paid out is fixed on the day of settlement, with interest to that day.`,
  };
  return [
    {
      zh: `本凭证自打印之日起三个月内有效，到 ${validUntil} 为止；过期的请重新打印，参保记录和余额不受影响。`,
      en: `It is valid for three months from the day of printing, until ${validUntil}. After that print it again; the record and the balance are not affected.`,
    },
    ...(balanceFen === null ? [] : [balance]),
    {
      zh: '一联交转入地办理转移，一联由本机构存档，一联由本人留存；各联内容相同。',
      en: 'One copy is for the transfer, one for our file, one for the holder; they say the same.',
    },
    {
      zh: '凭证号不连续编排，不能推知他人的凭证。转入地可以用二维码离线核验，无须联系本机构。',
      en: 'Its number is not consecutive, so that nobody can guess another’s. The receiving agency can check the code offline without asking us.',
    },
  ];
}

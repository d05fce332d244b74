import { counted, showYuan, type Text } from '#basics';
import type { FormContent, LetterContent, LetterText } from '#business/letters';
import { citation, provision, regionName } from '#law';
import type { Contact } from '../messages/contact.ts';
import type { TransferPerson } from '../messages/person.ts';

/** Facts in a box, two a line; `wide` ones take a line of their own. */
export type FormRow = FormContent['sections'][number]['rows'][number];

export function row(name: Text, value: LetterText | string, wide = false): FormRow {
  return { name, value: typeof value === 'string' ? same(value) : value, wide };
}

export function section(title: Text, rows: readonly (FormRow | null)[]): FormContent['sections'][number] {
  return { title, rows: rows.filter((each) => each !== null) };
}

/** A form with nothing in it but what every form has. */
export function bareForm(form: Partial<FormContent> = {}): FormContent {
  return { reference: null, validUntil: null, sections: [], tables: [], notes: [], ...form };
}

/** What most forms leave empty. */
export const bareContent: Pick<LetterContent, 'rows' | 'lists' | 'clauses' | 'remedies' | 'amountFen'> = {
  ...{ rows: [], lists: [], clauses: [], remedies: null, amountFen: null },
};

export const identityNames: Readonly<Record<TransferPerson['identity']['type'], Text>> = {
  'citizen-id': { zh: '居民身份证', en: 'Citizen ID' },
  'residence-permit': { zh: '港澳台居民居住证', en: 'Residence permit (HK, Macao, Taiwan)' },
  'permanent-resident-card': { zh: '外国人永久居留身份证', en: 'Permanent resident card' },
  passport: { zh: '护照', en: 'Passport' },
};

/** Name and document in full: the other agency must know the person again. */
export function personRows({ name, nameLatin, identity }: TransferPerson): readonly FormRow[] {
  const { type, number, issuer } = identity;
  const kind = identityNames[type];
  const from = issuer === undefined ? '' : ` (${issuer})`;
  return [
    row({ zh: '姓名', en: 'Name' }, { zh: name, en: nameLatin ?? name }),
    row({ zh: '证件类型', en: 'Document' }, { zh: `${kind.zh}${from}`, en: `${kind.en}${from}` }),
    row({ zh: '证件号码', en: 'Document number' }, number, true),
  ];
}

/** The agency that writes, and whom to ask there. */
export function contactRows({ unit, person, phone, address, postcode }: Contact): readonly FormRow[] {
  return [
    row({ zh: '经办机构', en: 'Agency' }, unit, true),
    person === null ? null : row({ zh: '联系人', en: 'Contact' }, person),
    row({ zh: '联系电话', en: 'Telephone' }, phone),
    row(
      { zh: '联系地址', en: 'Address' },
      { zh: `${address}，邮编 ${postcode}`, en: `${address}, ${postcode}`, quotes: [address] },
      true,
    ),
  ].filter((each) => each !== null);
}

/** `成都市（510100）的医疗保障经办机构`. */
export function agencyOf(region: string): Text {
  const name = regionName(region);
  if (name.zh === region)
    return { zh: `${region} 地区医疗保障经办机构`, en: `The medical-security agency of region ${region}` };
  return { zh: `${name.zh}医疗保障经办机构`, en: `The medical-security agency of ${name.en}` };
}

export function placeName(region: string): Text {
  const name = regionName(region);
  return name.zh === region ? name : { zh: `${name.zh}（${region}）`, en: `${name.en} (${region})` };
}

export function yuan(fen: string): Text {
  const shown = showYuan(BigInt(fen));
  return { zh: `${shown} 元`, en: `${shown} yuan` };
}

export function monthsText(months: number): Text {
  return { zh: `${months} 个月`, en: counted(months, 'month', 'months') };
}

/** What somebody else numbered or typed: it stays as it is, also where it reads like a day. */
export function asTyped({ zh, en }: Text): LetterText {
  return { zh, en, quotes: [zh, en] };
}

export function same(text: string): Text {
  return { zh: text, en: text };
}

export function clausesOf(ids: readonly string[]): LetterContent['clauses'] {
  return [...new Set(ids)].map((id) => ({ citation: citation(id), says: provision(id).says }));
}

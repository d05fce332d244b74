import type { Text } from '#basics';
import type { IdentityKind } from '#business/registry/public';

export const inquiryTitle: Text = {
  zh: '亲人有没有医保个人账户',
  en: 'Did your relative have an account?',
};

export const identityNames: readonly { readonly kind: IdentityKind; readonly name: Text }[] = [
  { kind: 'citizen-id', name: { zh: '居民身份证', en: 'Mainland identity card' } },
  {
    kind: 'residence-permit',
    name: { zh: '港澳台居民居住证', en: 'Residence permit of Hong Kong, Macao or Taiwan residents' },
  },
  {
    kind: 'permanent-resident-card',
    name: { zh: '外国人永久居留身份证', en: 'Foreign permanent resident card' },
  },
  { kind: 'passport', name: { zh: '护照', en: 'Passport' } },
];

/** How whoever asks is related to the one who died, from the one who asks. */
export const askedRelations = [
  { id: 'spouse', name: { zh: '丈夫或妻子', en: 'Husband or wife' } },
  { id: 'child', name: { zh: '子女', en: 'Son or daughter' } },
  { id: 'parent', name: { zh: '父亲或母亲', en: 'Father or mother' } },
  { id: 'sibling', name: { zh: '兄弟姐妹', en: 'Brother or sister' } },
  { id: 'grandparent', name: { zh: '祖父母、外祖父母', en: 'Grandparent' } },
  { id: 'descendant', name: { zh: '孙辈（父母先去世的）', en: 'Grandchild, whose parent died before' } },
  {
    id: 'supporting-in-law',
    name: { zh: '尽主要赡养义务的丧偶儿媳、女婿', en: 'Widowed child-in-law who gave the main support' },
  },
  { id: 'other', name: { zh: '其他（遗嘱、遗赠等）', en: 'Another (a will, a legacy)' } },
] as const satisfies readonly { readonly id: string; readonly name: Text }[];

export type AskedRelation = (typeof askedRelations)[number]['id'];

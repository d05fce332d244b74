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

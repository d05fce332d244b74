import { z } from 'zod';
import { field, line } from './fields.ts';

/** Whom to ask at the agency that wrote. */
export const contact = z.strictObject({
  unit: field(line(100), { zh: '办理机构名称', en: 'Name of the agency or its office', source: '参保凭证' }),
  person: field(line(70).nullable(), { zh: '联系人', en: 'Who answers there', source: '参保凭证' }),
  phone: field(z.string().regex(/^[+\d][\d -]{4,24}$/), {
    zh: '联系电话',
    en: 'Telephone',
    source: '参保凭证',
  }),
  address: field(line(200), { zh: '联系地址', en: 'Address', source: '联系函' }),
  postcode: field(z.string().regex(/^\d{6}$/), {
    zh: '邮政编码',
    en: 'Postcode, six digits',
    source: '联系函',
  }),
});
export type Contact = z.output<typeof contact>;

export const exampleContact: Contact = {
  unit: '示例市医疗保障事务中心',
  person: '示例经办',
  phone: '028-00000000',
  address: '示例市示例区示例路 1 号',
  postcode: '610000',
};

import { z } from 'zod';
import { identityKinds, readIdentity } from '#business/registry/public';
import { field, line, wrong } from './fields.ts';

const identity = z
  .strictObject({
    type: field(z.enum(identityKinds), {
      zh: '证件类型',
      en: 'What kind of document: citizen ID, residence permit of Hong Kong, Macao and Taiwan residents, permanent resident card, passport',
      source: '参保凭证',
    }),
    number: field(z.string().regex(/^[A-Z0-9]{5,18}$/), {
      zh: '证件号码',
      en: 'Its number, upper case, without spaces; check characters are checked (GB 11643)',
      source: '参保凭证',
    }),
    issuer: field(
      z
        .string()
        .regex(/^[A-Z]{3}$/)
        .optional(),
      {
        zh: '护照签发国',
        en: 'With a passport, and only then: the state that issued it (ISO 3166-1 alpha-3)',
      },
    ),
  })
  .superRefine(({ type, number, issuer }, context) => {
    const read = readIdentity({ kind: type, number, issuer });
    if ('wrong' in read)
      for (const { zh, en } of read.wrong)
        context.addIssue({ code: 'custom', path: ['number'], ...wrong({ zh, en }) });
    if (type !== 'passport' && issuer !== undefined)
      context.addIssue({
        code: 'custom',
        path: ['issuer'],
        ...wrong({ zh: '只有护照才写签发国。', en: 'Only a passport names the state that issued it.' }),
      });
  });

/** Whom a transfer is about, as both agencies must know them again. */
export const person = z.strictObject({
  name: field(line(70), { zh: '姓名', en: 'Name as in the identity document', source: '参保凭证' }),
  nameLatin: field(line(70).nullable(), {
    zh: '姓名（拉丁字母）',
    en: 'Name in Latin letters, where the document has one',
  }),
  identity: field(identity, { zh: '证件', en: 'Identity document', source: '参保凭证' }),
});
export type TransferPerson = z.output<typeof person>;

/** One person, not of this world: the numbers of GB 11643’s own examples are nobody’s. */
export const examplePerson: TransferPerson = {
  name: '示例甲',
  nameLatin: null,
  identity: { type: 'citizen-id', number: '11010519491231002X' },
};

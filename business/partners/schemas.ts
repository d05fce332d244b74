import { z } from 'zod';
import type { PlainDate } from '#basics';
import { told } from '#platform/http';
import { publicKeySchema } from '#platform/signing';

export const region = z
  .string()
  .regex(/^[1-8][0-9]{5}$/, told({ zh: '须为六位地区代码。', en: 'must be a region code of six digits.' }))
  .meta({ example: '510100' });
const changeId = z
  .string()
  .regex(/^pch_[0-9a-z]{26}$/, told({ zh: '变更编号形如 pch_…', en: 'a change’s id looks like pch_…' }))
  .meta({ example: `pch_${'0'.repeat(26)}` });
const day = z.iso
  .date()
  .transform((text) => text as PlainDate) // the schema checked its form
  .meta({ example: '2026-12-01' });
const reason = z.string().trim().min(1).max(500).describe('依据和原因 / why, and on which order');
const name = z.string().trim().min(1).max(200);
const kid = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const account = z.strictObject({
  holder: name,
  bankName: name,
  bankCode: z.string().regex(/^[0-9]{12}$/, told({ zh: '须为 12 位联行号。', en: 'must be twelve digits.' })),
  accountNumber: z
    .string()
    .regex(/^[0-9]{8,32}$/, told({ zh: '须为 8 至 32 位数字。', en: 'must be 8 to 32 digits.' })),
});

export const wishedChange = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('profile'),
    effectiveOn: day,
    nameZh: name,
    nameEn: name,
    gateway: z.string().max(500).nullable().describe('null 为纸质往来 / null: on paper'),
    acceptsBalances: z.boolean(),
    versions: z
      .array(z.enum(['1']))
      .min(1)
      .max(1),
    account: account.nullable(),
  }),
  z.strictObject({ kind: z.literal('key'), key: publicKeySchema.strict() }),
  z.strictObject({ kind: z.literal('key-end'), kid }),
  z.strictObject({ kind: z.literal('suspend') }),
  z.strictObject({ kind: z.literal('resume') }),
]);

export const partnerPlace = z.object({ region });
export const asked = z.object({ region, reason, change: wishedChange });
export const changePlace = z.object({ changeId });
export const decision = z.object({ agreed: z.boolean() });
export const decided = z.object({ changeId, agreed: z.boolean() });

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});
/** Short rows, so that whoever chooses a place has the country at once. */
export const placePage = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(500),
  cursor: page.shape.cursor,
});
export const places = z.object({
  items: z.array(
    z.object({
      region: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      takesBalances: z.boolean().describe('接收个人账户余额 / takes balances of personal accounts'),
      onPaper: z.boolean().describe('没有联网，函件邮寄 / no gateway: letters go by post'),
      suspended: z.boolean().describe('往来已暂停 / the exchange with it is suspended'),
    }),
  ),
  next: z.string().nullable(),
});
export const changePage = page.extend({
  region: region.optional(),
  open: z.enum(['true', 'false']).default('false').describe('只看待定的 / only those that wait'),
});

const partner = z.object({
  region: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  gateway: z.string().nullable(),
  acceptsBalances: z.boolean(),
  versions: z.array(z.string()),
  account: z
    .object({ holder: z.string(), bankName: z.string(), bankCode: z.string(), accountNumber: z.string() })
    .nullable()
    .describe('账号只显示后四位 / the number’s last four digits'),
  effectiveOn: z.string(),
  suspended: z.boolean(),
  suspendedFor: z.string().nullable(),
});
export const partners = z.object({ items: z.array(partner), next: z.string().nullable() });
export const onePartner = partner.extend({
  keys: z.array(
    z.object({
      kid: z.string(),
      from: z.string(),
      until: z.string(),
      ended: z.boolean().describe('不再凭它收件 / nothing is believed by it any more'),
    }),
  ),
});
export const changes = z.object({
  items: z.array(
    z.object({
      id: changeId,
      region: z.string(),
      kind: z.enum(['profile', 'key', 'key-end', 'suspend', 'resume']),
      effectiveOn: z.string().nullable(),
      nameZh: z.string().nullable(),
      nameEn: z.string().nullable(),
      gateway: z.string().nullable(),
      acceptsBalances: z.boolean().nullable(),
      versions: z.array(z.string()).nullable(),
      kid: z.string().nullable(),
      reason: z.string(),
      askedBy: z.string(),
      askedAt: z.date(),
      decidedBy: z.string().nullable(),
      decidedAt: z.date().nullable(),
      agreed: z.boolean().nullable().describe('null 为待定 / null while it waits'),
    }),
  ),
  next: z.string().nullable(),
});

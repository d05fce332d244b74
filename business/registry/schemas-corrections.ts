import { z } from 'zod';
import { changeSchema } from './correction.ts';
import { day, instant, next, personId } from './schemas.ts';

const reason = z.string().trim().min(1).max(500);

export const newCorrection = z
  .object({
    change: changeSchema,
    reason: reason.describe('为什么要更正 / why it is to be corrected'),
    paperReference: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('所依据材料的名称或编号，不要写证件号码 / the paper it rests on; no identity numbers'),
    wishId: z
      .string()
      .max(80)
      .nullable()
      .default(null)
      .describe('本人提出的更正意见 / what the person asked for'),
  })
  .meta({
    examples: [
      {
        change: { subject: 'detail', field: 'name', value: '张三', trueFrom: null },
        reason: '录入时写错了名字',
        paperReference: '户口簿 2022-17',
      },
    ],
  });

export const correctionPlace = z.object({ personId, correctionId: z.string().regex(/^cor_\w{1,60}$/) });

export const correctionDecision = z.object({
  approved: z.boolean(),
  reason: z.string().max(500).nullable().default(null).describe('退回时必填 / needed where it is declined'),
});

export const correctionDecided = correctionPlace.extend({
  approved: z.boolean(),
  reason: z.string().nullable(),
});

const anything = z.record(z.string(), z.unknown()).nullable();

const listed = correctionPlace.extend({
  subject: z.enum(['entry', 'detail', 'document', 'employment', 'period']),
  subjectId: z.string().nullable(),
  before: anything.describe('更正前 / what was on record; null where something was missing'),
  after: anything.describe('更正后 / what is right; null where it never was'),
  trueFrom: day.nullable(),
  trueTo: day.nullable(),
  reason: z.string(),
  paperReference: z.string(),
  wishId: z.string().nullable(),
  status: z.enum(['open', 'approved', 'declined']),
  requestedBy: z.string(),
  requestedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
});

export const correctionsPage = z.object({ items: z.array(listed), next });

export const newWish = z
  .object({
    says: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .describe('哪里不对，不要写证件号码 / what is wrong; no identity numbers'),
  })
  .meta({ examples: [{ says: '我的退休日期登记错了，应该是 2021 年 5 月。' }] });

export const wishPlace = z.object({ personId, wishId: z.string().regex(/^wsh_\w{1,60}$/) });

export const wishRefusal = z.object({ reason });

export const wishesPage = z.object({
  items: z.array(
    wishPlace.extend({
      says: z.string(),
      askedAt: instant,
      corrections: z.number().int().describe('由此申请了几项更正 / corrections requested because of it'),
      refusedReason: z.string().nullable(),
      refusedAt: instant.nullable(),
    }),
  ),
  next,
});

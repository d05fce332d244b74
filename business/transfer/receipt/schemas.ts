import { z } from 'zod';

const text = z.object({ zh: z.string(), en: z.string() });

export const receipt = z.object({
  number: z.string(),
  direction: z.enum(['out', 'in']),
  title: text,
  partner: text,
  personName: z.string().describe('已遮盖 / masked').meta({ example: '张*' }),
  office: text,
  receivedOn: z.string(),
  trackingCode: z.string().describe('不登录查询进度用 / to ask after the case without a login'),
  answerBy: z
    .object({ on: z.string(), provisional: z.boolean() })
    .nullable()
    .describe(
      '对方最晚哪天答复；函件邮寄的为 null / by when the other agency is to answer; null where our letter is posted',
    ),
  certificate: z.object({ number: z.string(), validUntil: z.string() }).nullable(),
  next: z.array(text).describe('接下来怎么办 / what happens next'),
  ask: text,
});

export const printing = z.object({
  language: z.enum(['zh', 'en']).optional().describe('不写就用中文 / Chinese where left out'),
});

/** Files are described by their media type. */
export const file = z.string();

import { z } from 'zod';

export const person = z.object({
  personId: z
    .string()
    .regex(/^psn_\w{1,60}$/)
    .meta({ example: 'psn_00000000000000000000000000' }),
});

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(30),
  cursor: z.string().max(500).optional().describe('上一页答复的 next / the `next` of the page before'),
});

const language = z.enum(['zh', 'en']);

export const ownNotices = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      channel: z.enum(['sms', 'email', 'letter']),
      to: z.string().describe('发往何处，已脱敏 / where it went, masked').meta({ example: '138****5678' }),
      text: z.string().describe('内容；验证码不再显示 / what it said; codes are not shown again'),
      language,
      state: z
        .enum(['waiting', 'sent', 'failed', 'expired'])
        .describe('sent：已交给短信或邮件通道 / handed to whoever carries it'),
      madeAt: z.date().describe('UTC'),
      doneAt: z.date().nullable().describe('UTC'),
      unread: z.boolean(),
      caseNumber: z.string().nullable(),
    }),
  ),
  unread: z.int().describe('未读总数 / how many are unread in all'),
  next: z.string().nullable(),
});

export const reading = z.strictObject({
  ids: z
    .array(z.string().min(1).max(120))
    .min(1)
    .max(100)
    .meta({ example: ['ntc_cas_1.1'] }),
});

export const settings = z.object({
  phone: z.string().nullable().meta({ example: '138****5678' }),
  email: z.string().nullable(),
  channel: z.enum(['sms', 'email']).nullable().describe('有邮箱用邮箱，否则用手机 / e-mail before telephone'),
  language,
  languageChosen: z
    .boolean()
    .describe('没有选过时按每件业务的办理语言 / false: the language of each case goes before it'),
});

export const languageChoice = z.strictObject({ language });

export const unread = z.object({ unread: z.int() });

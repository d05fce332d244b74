import { z } from 'zod';

const state = z.enum(['waiting', 'sent', 'failed', 'expired']);

export const listing = z.object({
  state: state.default('failed').describe('failed：已放弃投递 / given up'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const notices = z.object({
  items: z.array(
    z.object({
      personId: z.string(),
      id: z.string(),
      kind: z.string(),
      channel: z.enum(['sms', 'email', 'letter']),
      state,
      attempts: z.int(),
      madeAt: z.date().describe('UTC'),
      nextAt: z.date().describe('UTC; 下次投递不早于 / not tried before'),
      doneAt: z.date().nullable().describe('UTC'),
      fault: z.string().nullable().describe('最近一次失败的代码 / the code of the last failure'),
    }),
  ),
  next: z.string().nullable(),
});

export const place = z.strictObject({
  personId: z
    .string()
    .regex(/^psn_\w{1,60}$/)
    .meta({ example: 'psn_00000000000000000000000000' }),
  id: z.string().min(1).max(120).meta({ example: 'ntc_cas_1.1' }),
});

export const nothing = z.object({});

import { z } from 'zod';

const amountFen = z
  .string()
  .regex(/^(0|[1-9]\d{0,14})$/)
  .describe('分 / fen, as a decimal string')
  .meta({ example: '30000000' });
const officerId = z.string().regex(/^off_\w{1,60}$/);
const limitId = z.string().regex(/^lim_\w{1,60}$/);

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const asked = z.object({
  officerId,
  amountFen,
  reason: z.string().trim().min(1).max(500).describe('依据和原因 / why, and on which order'),
});
export const place = z.object({ limitId });
export const decision = z.object({ agreed: z.boolean() });
export const decided = z.object({ limitId, agreed: z.boolean() });

export const limits = z.object({
  items: z.array(
    z.object({
      id: limitId,
      officerId,
      loginName: z.string(),
      amountFen,
      reason: z.string(),
      askedBy: z.string(),
      askedAt: z.string(),
      decidedBy: z.string().nullable(),
      decidedAt: z.string().nullable(),
      agreed: z.boolean().nullable().describe('null 为待定 / null while it waits'),
    }),
  ),
  next: z.string().nullable(),
});

import { z } from 'zod';
import { queueReasons } from '#engines/exchange';

const itemId = z
  .string()
  .regex(
    /^(sent\.[A-Za-z0-9_-]{8,64}|received\.[1-8][0-9]{5}\.[A-Za-z0-9_-]{8,64}|contradiction\.[0-9a-f]{64})$/,
  )
  .meta({ example: 'sent.msg_00000000' });

export const itemPlace = z.object({ itemId });
export const queuePage = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(400).optional().describe('上一页答复的 next / the `next` of the page before'),
  reason: z.enum(queueReasons).optional(),
});
export const handling = z.object({
  what: z.enum(['resend', 'apply-again', 'close']),
  reason: z.string().trim().min(1).max(500).describe('原因 / why'),
});

const item = z.object({
  id: itemId,
  reason: z.enum(queueReasons),
  code: z.string().nullable().describe('不予办理的代码 / the refusal behind it'),
  transferId: z.string(),
  partner: z.string(),
  messageId: z.string(),
  sequence: z.number(),
  type: z.string(),
  since: z.date(),
  attempts: z.number(),
});
export const queue = z.object({ items: z.array(item), next: z.string().nullable() });
export const shownItem = item.extend({
  sentAt: z.date(),
  inReplyTo: z.string().nullable(),
  body: z.record(z.string(), z.unknown()).describe('个人信息已遮盖 / what is personal is masked'),
  actions: z.array(z.enum(['resend', 'apply-again', 'close'])),
  handlings: z.array(z.object({ what: z.string(), officerId: z.string(), reason: z.string(), at: z.date() })),
});
export const handled = item;

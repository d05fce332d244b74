import { z } from 'zod';
import { told } from '#platform/http';
import { eventPattern } from './webhook.ts';

const id = z
  .string()
  .regex(/^whk_[0-9a-z]{26}$/, told({ zh: '订阅编号形如 whk_…', en: 'a webhook’s id looks like whk_…' }))
  .meta({ example: `whk_${'0'.repeat(26)}` });
const instant = z.date().describe('UTC');

export const webhookId = z.object({ id });

export const newWebhook = z.strictObject({
  url: z.string().min(1).max(1000).meta({ example: 'https://example.org/suixing' }),
  events: z
    .array(
      z
        .string()
        .max(100)
        .regex(
          eventPattern,
          told({
            zh: '写作 *、withdrawal.* 或 withdrawal.confirm-paid',
            en: 'write *, withdrawal.* or withdrawal.confirm-paid',
          }),
        ),
    )
    .min(1)
    .max(50)
    .describe('办理环节 / steps: *, withdrawal.*, withdrawal.confirm-paid')
    .meta({ example: ['withdrawal.*'] }),
  contact: z
    .email()
    .max(254)
    .nullable()
    .default(null)
    .describe('停用时通知的邮箱 / an e-mail that is told when it is switched off'),
});

export const made = z.object({
  id,
  secret: z.string().describe('只显示这一次，用于核验签名 / shown this once; signatures are checked with it'),
});

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(60).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const webhooks = z.object({
  items: z.array(
    z.object({
      id,
      holderId: z.string(),
      url: z.string(),
      events: z.array(z.string()),
      state: z.enum(['active', 'disabled', 'ended']),
      lastSequence: z.bigint(),
      failingSince: instant.nullable(),
      madeAt: instant,
    }),
  ),
  next: z.string().nullable(),
});

export const deliveryPage = page.extend({ state: z.enum(['waiting', 'delivered', 'failed']).optional() });

export const deliveries = z.object({
  items: z.array(
    z.object({
      eventId: z.string(),
      sequence: z.bigint(),
      type: z.string(),
      state: z.enum(['waiting', 'delivered', 'failed']),
      attempts: z.int(),
      nextAt: instant,
      result: z.string().nullable(),
      madeAt: instant,
      doneAt: instant.nullable(),
    }),
  ),
  next: z.string().nullable(),
});

export const change = z.strictObject({ state: z.enum(['active', 'ended']) });

const sequence = z.string().regex(/^[1-9]\d{0,17}$/);
export const replay = z.strictObject({
  from: sequence.describe('从这个序号起 / from this number on').meta({ example: '1' }),
  to: sequence.nullable().default(null),
});
export const replayed = z.object({ again: z.string() });
export const nothing = z.object({});

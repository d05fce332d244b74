import { z } from 'zod';
import { isPlainDate } from '#basics';

const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
const instant = z.string().describe('ISO 8601').meta({ example: '2026-06-30T02:00:00.000Z' });
const day = z.string().refine(isPlainDate, 'YYYY-MM-DD').meta({ example: '2026-07-01' });
const id = z.string().regex(/^[a-z]{3}_[0-9a-z_]{1,60}$/);

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(100).optional().describe('上一页答复的 next / the `next` of the page before'),
});

const next = z.string().nullable().describe('下一页的 cursor / the next page’s cursor');

export const dueOrders = z.object({
  items: z.array(
    z.object({
      orderId: id,
      caseId: z.string(),
      amountFen,
      madeAt: instant,
      attempt: z.number().int().describe('第几次付款 / which attempt this will be'),
      payeeName: z.string().meta({ example: '张*' }),
      bankName: z.string(),
      accountTail: z.string().describe('账号末四位 / the account’s last four characters'),
    }),
  ),
  next,
});

export const batchWish = z.object({
  orderIds: z.array(id).min(1).max(1_000).optional().describe('不给则全部待付 / everything due where absent'),
  executeOn: day.optional().describe('付款日；不给则为今天 / the day of payment, today where absent'),
});

export const batchBuilt = z.object({ batchId: id, lineCount: z.number().int(), totalFen: amountFen });

export const batchId = z.object({ id });

export const batches = z.object({
  items: z.array(
    z.object({
      id,
      messageId: z.string(),
      lineCount: z.number().int(),
      totalFen: amountFen,
      digest: z.string().describe('明细的 SHA-256 / SHA-256 of the lines'),
      executeOn: day,
      makerId: z.string(),
      madeAt: instant,
      checkerId: z.string().nullable(),
      releasedAt: instant.nullable(),
      paid: z.number().int(),
      returned: z.number().int(),
    }),
  ),
  next,
});

export const released = z.object({ lineCount: z.number().int() });

export const batchFile = z.object({
  fileName: z.string(),
  xml: z.string().describe('ISO 20022 pain.001.001.12'),
});

export const bankAnswer = z.object({
  xml: z.string().min(1).describe('ISO 20022 pain.002.001.14，银行给出的原文 / as the bank gave it'),
});

export const answerReport = z.object({
  messageId: z.string(),
  batchId: id,
  seenBefore: z.boolean(),
  lines: z.array(
    z.object({
      line: z.number().int(),
      endToEndId: z.string().nullable(),
      outcome: z.enum(['paid', 'returned', 'pending', 'unchanged', 'refused']),
      reason: z.string().nullable(),
      code: z.string().nullable().describe('为何不受理这一行 / why this line was refused'),
    }),
  ),
});

import { z } from 'zod';
import { isPlainDate } from '#basics';

export const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
export const instant = z.string().describe('ISO 8601').meta({ example: '2026-06-30T02:00:00.000Z' });
export const day = z.string().refine(isPlainDate, 'YYYY-MM-DD').meta({ example: '2026-07-01' });
export const id = z.string().regex(/^[a-z]{3}_[0-9a-z_]{1,60}$/);

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(100).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const next = z.string().nullable().describe('下一页的 cursor / the next page’s cursor');

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
      country: z.string().nullable().describe('境外银行所在国家 / the country of a bank abroad'),
      doubts: z.array(z.object({ id: z.string(), text: z.object({ zh: z.string(), en: z.string() }) })),
    }),
  ),
  next,
});

export const batchWish = z.object({
  orderIds: z.array(id).min(1).max(1_000).optional().describe('不给则全部待付 / everything due where absent'),
  executeOn: day.optional().describe('付款日；不给则为今天 / the day of payment, today where absent'),
});

const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ example: 'ab'.repeat(32) })
  .describe('明细的 SHA-256 / SHA-256 of the lines');

export const batchBuilt = z.object({
  batchId: id,
  lineCount: z.number().int(),
  totalFen: amountFen,
  digest,
});

export const batchId = z.object({ id });

const batchShape = {
  id,
  messageId: z.string(),
  lineCount: z.number().int(),
  totalFen: amountFen,
  digest,
  executeOn: day,
  makerId: z.string(),
  madeAt: instant,
  approvedBy: z.array(z.string()).describe('已批准的财务人员，须两人 / who approved it; two are needed'),
  releasedAt: instant.nullable(),
  givenUpAt: instant.nullable(),
  givenUpBecause: z.string().nullable(),
  paid: z.number().int(),
  returned: z.number().int(),
};

export const batches = z.object({ items: z.array(z.object(batchShape)), next });

export const oneBatch = z.object({
  ...batchShape,
  lines: z.array(
    z.object({
      lineNo: z.number().int(),
      orderId: id,
      attempt: z.number().int(),
      amountFen,
      payeeName: z.string().meta({ example: '张*' }),
      bankName: z.string(),
      country: z.string().nullable(),
    }),
  ),
});

export const approval = z.object({
  digest: digest.describe('您看到的批次摘要 / the digest of the batch as you saw it'),
});

export const approved = z.object({
  approvals: z.number().int().describe('第几次批准 / which approval this was'),
  released: z.boolean().describe('是否已可送银行 / whether it goes to the bank now'),
  lineCount: z.number().int(),
});

export const givingUp = z.object({ reason: z.string().trim().min(1).max(500) });

export const givenUp = z.object({
  dueAgain: z.number().int().describe('重新待付的笔数 / how many are due again'),
});

export const batchFile = z.object({
  fileName: z.string(),
  xml: z.string().describe('ISO 20022 pain.001.001.12'),
});

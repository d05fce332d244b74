import { z } from 'zod';
import { isPlainDate } from '#basics';
import { adjustmentKinds, adjustmentStates, counters, creditBuckets } from './adjustment.ts';

const personId = z
  .string()
  .regex(/^psn_\w{1,60}$/)
  .meta({ example: 'psn_01k8x0m2c40000000000000000' });
const adjustmentId = z.string().regex(/^adj_\w{1,60}$/);
const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '50000' });
const instant = z.string().describe('ISO 8601').meta({ example: '2026-06-30T02:00:00.000Z' });
const day = z.string().refine(isPlainDate, 'YYYY-MM-DD').meta({ example: '2026-03-31' });
const next = z.string().nullable().describe('下一页的 cursor / the next page’s cursor');

const kind = z
  .enum(adjustmentKinds)
  .describe(
    '调增、调减、冲正；付款单退回账户、转无人领取、恢复支付 / a correction in or out, a reversal; an order’s money back into the account, to the unclaimed, or claimed after all',
  );
const counter = z
  .enum(counters)
  .describe('对方科目：待查款、统筹基金、期初 / the other side: suspense, the pool, the opening balances');

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const waitingPage = page.extend({ kind: kind.optional() });
export const owedPage = page.extend({ personId: personId.optional() });
export const person = z.object({ personId });
export const place = z.object({ personId, adjustmentId });

export const wish = z
  .object({
    kind,
    amountFen: z
      .string()
      .regex(/^[1-9]\d{0,17}$/)
      .nullable()
      .default(null)
      .describe('调增、调减的金额（分） / of a correction, in fen'),
    counter: counter.nullable().default(null).describe('调增、调减必填 / of a correction'),
    bucket: z
      .enum(creditBuckets)
      .nullable()
      .default(null)
      .describe('调增的计息档：上年结转或当年划入 / how a credit bears interest'),
    effectiveOn: day
      .nullable()
      .default(null)
      .describe(
        '从哪天起算；不写就是今天，冲正用原账目的日期 / today where left out; a reversal has its entry’s day',
      ),
    journalId: z.string().max(80).nullable().default(null).describe('要冲正的账目 / the entry to reverse'),
    lineNo: z.number().int().min(1).max(32_767).nullable().default(null).describe('它的行号 / its line'),
    orderId: z.string().max(80).nullable().default(null).describe('付款单 / the payment order'),
    reason: z.string().min(1).max(500),
    paperReference: z
      .string()
      .min(1)
      .max(200)
      .describe('所依据文书的名称或编号，不要写证件号码 / the paper it rests on; no identity numbers'),
  })
  .meta({
    examples: [
      {
        kind: 'credit',
        amountFen: '50000',
        counter: 'suspense',
        bucket: 'inflow',
        effectiveOn: '2026-03-31',
        reason: '三月缴费记错了人',
        paperReference: '更正申请 2026-17',
      },
    ],
  });

export const decision = z.object({
  approved: z.boolean(),
  reason: z.string().max(500).nullable().default(null).describe('退回时必填 / needed where it is declined'),
});

const asked = {
  personId,
  adjustmentId,
  kind,
  state: z.enum(adjustmentStates),
  amountFen,
  counter: counter.nullable(),
  bucket: z.enum([...creditBuckets, 'debit']).nullable(),
  effectiveOn: day,
  targetJournal: z.string().nullable(),
  targetLine: z.number().int().nullable(),
  targetOrder: z.string().nullable(),
  reason: z.string(),
  paperReference: z.string(),
  makerId: z.string(),
  madeAt: instant,
  checkerId: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
  journalId: z.string().nullable(),
};

export const adjustment = z.object({
  ...asked,
  beforeFen: amountFen.nullable().describe('调整前的余额 / the balance before it'),
  afterFen: amountFen.nullable().describe('调整后的余额 / the balance after it'),
  recoverableFen: amountFen.describe(
    '余额不够、成为应收回的 / what the balance did not cover and is owed since',
  ),
});

export const adjustments = z.object({ items: z.array(adjustment), next });
export const waiting = z.object({ items: z.array(z.object(asked)), next });

export const owed = z.object({
  items: z.array(
    z.object({
      personId,
      owedFen: amountFen.describe('应收回合计 / all that is owed'),
      shortageFen: amountFen.describe('调减、冲正时余额不够的 / what debits took back beyond the balance'),
      interestFen: amountFen.describe('应退的利息 / interest taken back'),
      orderedFen: amountFen.describe(
        '追回决定入账的，减去解除的 / booked by recovery orders, less what was lifted',
      ),
      paidBackFen: amountFen.describe('已经退回的 / paid back so far'),
    }),
  ),
  next,
});

import { z } from 'zod';
import { resolutionKinds } from './resolve-line.ts';
import { amountFen, day, id, instant, next } from './schemas.ts';

const signedFen = z
  .string()
  .describe('分，付出为负 / fen, below zero where it left our account')
  .meta({ example: '-831240' });

const lineId = z
  .string()
  .regex(/^bnk_[0-9a-f]{8}_\d{8}-[1-9]\d{0,8}$/)
  .describe('账户日与明细序号 / the account’s day and the line’s number')
  .meta({ example: 'bnk_1a2b3c4d_20260701-3' });

const told = {
  line: z.number().int(),
  endToEndId: z.string().nullable(),
  reason: z.string().nullable(),
  code: z.string().nullable().describe('为何不受理这一行 / why this line was refused'),
};

export const bankFile = z
  .string()
  .describe(
    'ISO 20022 pain.002.001.03 .10 .14 或/or camt.053.001.02 .08 .12，银行给出的原文；原文不是 UTF-8 的，以 text/plain 送其 Base64 / ' +
      'as the bank gave it; a file in another encoding goes as text/plain, its bytes in Base64',
  );

export const bankFileReport = z.object({
  kind: z.enum(['answer', 'statement']),
  messageId: z.string().optional(),
  batchId: id.optional(),
  seenBefore: z.boolean().optional(),
  lines: z
    .array(z.object({ ...told, outcome: z.enum(['paid', 'returned', 'pending', 'unchanged', 'refused']) }))
    .optional(),
  statements: z
    .array(
      z.object({
        on: day,
        bankId: z.string(),
        openingFen: signedFen,
        closingFen: signedFen,
        seenBefore: z.boolean(),
        lines: z.array(
          z.object({
            ...told,
            outcome: z.enum(['paid', 'returned', 'booked', 'suspense', 'unchanged', 'refused']),
          }),
        ),
      }),
    )
    .optional(),
});

export const statements = z.object({
  items: z.array(
    z.object({
      on: day,
      accountTail: z.string(),
      openingFen: signedFen,
      closingFen: signedFen,
      lineCount: z.number().int(),
      booked: z.number().int().describe('已登记的笔数 / how many of its lines are booked'),
      open: z.number().int().describe('待查的笔数 / how many nobody knows yet'),
      takenAt: instant,
    }),
  ),
  next,
});

export const suspense = z.object({
  items: z.array(
    z.object({
      lineId,
      direction: z.enum(['in', 'out']),
      amountFen,
      isReturn: z.boolean().describe('银行说是退回的付款 / a payment that comes back, by the bank’s words'),
      reason: z.string().nullable(),
      endToEndId: z.string().nullable(),
      reference: z.string().nullable().describe('银行流水号 / the bank’s reference'),
      bookedOn: day,
      counterpartName: z.string().nullable().meta({ example: '张*' }),
      counterpartAccountTail: z.string().nullable(),
      remark: z.string().nullable(),
      request: z
        .object({ id, kind: z.enum(resolutionKinds), reason: z.string(), makerId: z.string() })
        .nullable()
        .describe('等待另一名财务人员决定的处理意见 / what waits for another officer'),
    }),
  ),
  next,
});

export const lineParams = z.object({ lineId });
export const requestParams = z.object({ lineId, requestId: id });

export const resolution = z.object({
  kind: z
    .enum(resolutionKinds)
    .describe(
      'payment 是这笔付款；return 这笔付款退回；booked 账上已有这笔分录；fund 银行手续费或利息，计入统筹基金；adjustment 已由更正处理 / ' +
        'a payment; its return; an entry that is in the books already; the bank’s own charges or interest; an adjustment',
    ),
  endToEndId: z.string().max(35).nullish().describe('payment、return：哪一笔 / which payment'),
  entry: z
    .object({ personId: z.string().max(64), journalId: z.string().max(64) })
    .nullish()
    .describe('booked、adjustment：哪一笔分录 / which entry'),
  reason: z.string().trim().min(1).max(500),
});

export const requested = z.object({ requestId: id });
export const word = z.object({ approved: z.boolean() });

export const reconciliation = z.object({
  bookedFen: signedFen.describe('账上银行存款 / the bank in the books'),
  statementFen: signedFen.nullable().describe('最近对账单余额 / the balance of the last statement'),
  statementOn: day.nullable(),
  unstatedFen: signedFen.describe('账上已记、对账单未见 / in the books and on no statement yet'),
  suspenseFen: signedFen,
  openLinesFen: signedFen.describe('待查明细之和 / the sum of the unknown lines'),
  items: z.array(
    z.object({
      personId: z.string(),
      journalId: z.string(),
      purpose: z.string(),
      amountFen: signedFen,
      effectiveOn: day,
      endToEndId: z.string().nullable(),
    }),
  ),
  next,
});

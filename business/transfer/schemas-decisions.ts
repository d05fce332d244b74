import { z } from 'zod';
import { balanceRefusalCodes } from './messages/refusal-codes.ts';

/** What people decide in a transfer: what the operations take, and what officers see of it. */

const text = z.object({ zh: z.string(), en: z.string() });
const seen = z
  .int()
  .min(0)
  .optional()
  .describe(
    '您看到时已有几步；之后又有变化则不办 / how many steps the case had when you read it; refused where more happened since',
  );
const words = z.string().trim().min(1).max(300);
const codes = Object.keys(balanceRefusalCodes) as [
  keyof typeof balanceRefusalCodes,
  ...(keyof typeof balanceRefusalCodes)[],
]; // its own keys

export const refusing = z
  .object({
    code: z.enum(codes).describe('原因代码 / coded reason'),
    text: z
      .object({ zh: words, en: words })
      .nullish()
      .describe(
        '写给当事人的原因；不写的用代码的通用说法，“other”必须写 / why, as the person will read it; the code’s own words where left out, required with `other`',
      ),
    legalBasis: words.describe('依据 / the provision on which it rests'),
    sentBackReference: z
      .string()
      .trim()
      .min(1)
      .max(35)
      .nullish()
      .describe(
        '钱到过又退回的：对账单上的退款编号 / where the money had come: under which reference it left again',
      ),
    seen,
  })
  .meta({
    example: {
      code: 'scheme-has-no-account',
      legalBasis: '《基本医疗保险关系转移接续暂行办法》（医保办发〔2021〕43号）第二条',
    },
  });

export const agreeing = z.object({ seen });

const instant = z.date().transform((at) => at.toISOString());

export const desk = z
  .object({
    proposal: z
      .object({
        kind: z.enum(['refuse-balance', 'record-sheet']),
        by: z.string().describe('提出人的登录名 / login name of who proposed it'),
        at: instant,
        code: z.string().nullable(),
        text: text.nullable(),
        legalBasis: z.string().nullable(),
        sentBackReference: z.string().nullable(),
        reason: z.string().nullable(),
      })
      .nullable()
      .describe('等复核的意见 / what a clerk proposed and a reviewer has not decided'),
    advised: z
      .object({ amountFen: z.string(), reference: z.string() })
      .nullable()
      .describe('对方通知的划款 / what the other agency advised'),
    money: z
      .array(
        z.object({
          ...{ lineId: z.string(), bookedOn: z.string(), amountFen: z.string(), reference: z.string() },
        }),
      )
      .describe('已到账、还在待查款项里的 / what has come and stands in suspense'),
  })
  .nullable()
  .describe('只给工作人员看的 / for officers only');

import { z } from 'zod';
import { isPlainDate, type PlainDate, plainDate } from '#basics';
import { purposes } from '#engines/ledger';

const day = z
  .string()
  .refine(isPlainDate)
  .transform((text): PlainDate => plainDate(text))
  .meta({ example: '2026-06-30' });
const shownDay = z.string().meta({ example: '2026-06-30' });
const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
const known = day
  .optional()
  .describe('只计到这一天为止已记录的；不写则计入现在所知的全部 / only what was recorded up to this day');
const normalSide = z.enum(['debit', 'credit']).describe('余额方向 / the side on which it normally stands');

export const asOf = z.object({
  on: day.optional().describe('哪一天日终；不写就是今天 / the end of which day; today'),
  known,
});

export const balances = z.object({
  on: shownDay,
  knownOn: shownDay.nullable(),
  accounts: z.array(
    z.object({
      code: z.string(),
      normalSide,
      debitFen: amountFen,
      creditFen: amountFen,
      balanceFen: amountFen,
    }),
  ),
  leftFen: amountFen.describe('借方账户余额之和 / what is there'),
  rightFen: amountFen.describe('贷方账户余额之和 / whose it is'),
});

export const account = z.object({ account: z.string().regex(/^[a-z][a-z0-9:-]{1,40}$/) });

const page = {
  limit: z.coerce.number().int().min(1).max(366).default(100),
  cursor: z.string().max(400).optional(),
};

export const daysWish = z.object({
  from: day.optional().describe('第一天；不写就从当年元旦起 / the first day; New Year’s Day'),
  to: day.optional().describe('最后一天；不写就是今天 / the last day; today'),
  known,
  ...page,
});

export const days = z.object({
  account: z.string(),
  normalSide,
  openingFen: amountFen.describe('起始日前一日日终余额 / at the end of the day before the first'),
  items: z.array(
    z.object({
      on: shownDay,
      debitFen: amountFen,
      creditFen: amountFen,
      lines: z.number(),
      balanceFen: amountFen,
    }),
  ),
  next: z.string().nullable(),
});

export const entriesWish = z.object({ ...asOf.shape, ...page });

export const entries = z.object({
  items: z.array(
    z.object({
      ownerId: z.string(),
      journalId: z.string(),
      lineNo: z.number(),
      purpose: z.enum(purposes),
      debit: z.string(),
      credit: z.string(),
      amountFen,
      recordedAt: z.string(),
      caseId: z.string().nullable(),
    }),
  ),
  next: z.string().nullable(),
});

import { z } from 'zod';
import { isYearMonth, type YearMonth } from '#basics';
import type { Caller } from '#business/access/public';
import { type Operation, type ReadOperation, told } from '#platform/http';
import { tag } from '../operation-parts.ts';
import { leastShown, mostMonths, type TransferTimesContext, transferTimes } from './transfer-times.ts';
import { causes, legOutcomes } from './words.ts';

const month = z
  .string()
  .refine(isYearMonth, told({ zh: '月份写成 2026-06', en: 'a month, written 2026-06' }))
  .transform((text) => text as YearMonth) // refined on the line before
  .meta({ example: '2026-06' });

const asked = z.object({
  from: month
    .optional()
    .describe('第一个月；不写就是截止月之前的第十一个月 / the first month; eleven before the last'),
  to: month
    .optional()
    .describe(
      `最后一个月；不写就是本月；最多 ${mostMonths} 个月 / the last month; this one; ${mostMonths} months at most`,
    ),
  partner: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .describe('只看与这个统筹区的转移 / only with the agency of this region')
    .meta({ example: '510100' }),
});

const text = z.object({ zh: z.string(), en: z.string() });
const days = z.object({
  working: z.int().describe('工作日 / working days'),
  calendar: z.int().describe('自然日 / calendar days'),
});
const spread = {
  median: days.describe('中位数 / half of them took so long or less'),
  ninetieth: days
    .nullable()
    .describe(
      '第 90 百分位，向上取整到 5 天；不足十件的为空 / nine in ten took so long or less, rounded up to whole fives; null of fewer than ten',
    ),
};

const times = z.object({
  from: z.string().meta({ example: '2025-12' }),
  to: z.string().meta({ example: '2026-11' }),
  until: z.string().describe('统计到这一天 / counted up to this day').meta({ example: '2026-11-29' }),
  leastShown: z
    .int()
    .describe('少于这个数的不公布 / fewer transfers than this are not shown')
    .meta({ example: leastShown }),
  fewLeftOut: z.boolean().describe('有数量太少而没有公布的 / some were too few to be shown'),
  items: z.array(
    z.object({
      partner: z
        .object({ region: z.string(), name: text })
        .nullable()
        .describe('对方机构；空的是全部机构合计 / the other agency; null: all together'),
      direction: z.enum(['out', 'in']).describe('转出或转入 / leaving or coming'),
      leg: z.enum(['record', 'balance']).describe('关系或余额 / the record or the balance'),
      outcome: z
        .enum(Object.keys(legOutcomes) as [string, ...string[]]) // its own keys
        .describe('结果：关系已转移、不予转移，余额已入账、已付出而没有确认、没有转成 / how the leg ended'),
      transfers: z.int().describe('件数，向下取整到 5 的倍数 / how many, rounded down to a multiple of five'),
      ...spread,
      causes: z
        .array(
          z.object({
            cause: z.enum(causes as [string, ...string[]]), // there are five
            name: text,
            ...spread,
          }),
        )
        .describe('时间花在谁手里 / whose days they were'),
    }),
  ),
});

const readTransferTimes: ReadOperation<TransferTimesContext, Caller> = {
  ...{ id: 'readTransferTimes', kind: 'read', method: 'GET', path: '/transfer-times', tag },
  roles: 'anyone',
  summary: {
    zh: '转移接续要多久：按对方机构、环节和耽搁在谁手里统计，公开，不含个人信息',
    en: 'How long transfers take: by agency, leg and whose days they were; public, without personal data',
  },
  query: asked,
  answer: times,
  refusals: ['transfer.bad-period'],
  perMinute: 60,
  shows: 'nobody',
  run(reader, { context, query }) {
    const { from = null, to = null, partner = null } = asked.parse(query);
    return transferTimes(reader, { context, from, to, partner });
  },
};

/** What everybody may know of transfers. */
export const transferTimesOperations: readonly Operation<TransferTimesContext, Caller>[] = [
  readTransferTimes,
];

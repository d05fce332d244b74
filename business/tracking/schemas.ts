import { z } from 'zod';
import { isPlainDate, type PlainDate } from '#basics';
import { told } from '#platform/http';

const text = z.object({ zh: z.string(), en: z.string() });
const caseNumber = z
  .string()
  .trim()
  .min(1)
  .max(60)
  .describe('办理编号 / case number')
  .meta({ example: 'SZ-2026-7K3M9-QX2TB-04GHE' });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 1960-06-01', en: 'a day, written 1960-06-01' }))
  .transform((on) => on as PlainDate) // refined on the line before
  .meta({ example: '1960-06-01' });

export const asked = z.object({
  number: caseNumber,
  factor: z.discriminatedUnion('by', [
    z.object({
      by: z.literal('code'),
      code: z.string().trim().min(1).max(20).describe('回执上的查询码 / the code on the receipt'),
    }),
    z.object({
      by: z.literal('document'),
      lastCharacters: z
        .string()
        .trim()
        .length(4)
        .describe('参保人证件号码后四位 / the last four characters of the person’s identity document'),
      bornOn: day.describe('参保人出生日期 / the person’s day of birth'),
    }),
  ]),
});

export const number = z.object({ number: caseNumber });
export const code = z.object({
  number: z.string(),
  trackingCode: z.string().describe('不登录查询进度用 / to ask after the case without a login'),
});

export const whereItIs = z.object({
  number: z.string(),
  procedure: text,
  state: text,
  waitingFor: z
    .enum(['applicant', 'agency', 'second-officer', 'partner', 'bank', 'heirs', 'nobody'])
    .describe('在等谁 / whose move it is'),
  waitingName: text,
  since: z.string().describe('从哪天起 / since when'),
  receivedOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  dueProvisional: z
    .boolean()
    .describe('到期日所在年份的放假安排还没有公布 / that year’s holidays are not published'),
  workingDay: z.int().nullable().describe('今天是第几个工作日；超期时大于总数 / which working day this is'),
  workingDays: z.int().nullable().describe('办理时限共几个工作日 / of how many'),
  over: z.boolean(),
  asked: text.nullable().describe('要申请人做的事 / what is asked of the applicant'),
  papers: z.array(text).describe('还要补的材料 / papers that are still asked for'),
});

export const person = z.object({ personId: z.string().regex(/^psn_\w{1,60}$/) });
export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(20),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});
export const ownCase = whereItIs.extend({
  personId: z.string(),
  process: z
    .string()
    .describe('办理事项，按此查看详情 / the procedure, under whose operations the rest is told')
    .meta({ example: 'withdrawal' }),
  stateId: z.string().meta({ example: 'in-review' }),
});
export const ownCases = z.object({ items: z.array(ownCase), next: z.string().nullable() });

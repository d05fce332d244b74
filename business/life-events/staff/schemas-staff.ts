import { z } from 'zod';
import { isPlainDate, isYearMonth, type PlainDate, type YearMonth } from '#basics';
import { told } from '#platform/http';
import { reductionReasons } from '../statements.ts';
import { mostAtOnce } from './report-staff.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }))
  .transform((on) => on as PlainDate); // refined on the line before
const month = z
  .string()
  .refine(isYearMonth, told({ zh: '月份写成 2026-06', en: 'a month, written 2026-06' }))
  .transform((in_) => in_ as YearMonth); // refined on the line before
const next = z.string().nullable().describe('下一页的 cursor / the next page’s cursor');
const employerId = z
  .string()
  .regex(/^emp_\w{1,60}$/)
  .meta({ example: 'emp_01k8x0m2c40000000000000000' });
const reportId = z.string().regex(/^srp_\w{1,60}$/);

export const employer = z.object({ employerId });
export const report = z.object({ employerId, reportId });

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});
export const rosterSearch = z
  .object({
    search: z.string().trim().min(1).max(100).describe('姓名的一部分 / a part of the name'),
    limit: z.int().min(1).max(100).default(50),
    cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
  })
  .meta({ example: { search: '王' } });

const employerShown = z.object({ employerId: z.string(), creditCode: z.string(), name: z.string() });

export const roster = z.object({
  employer: employerShown,
  items: z.array(
    z.object({
      personId: z.string(),
      name: z
        .string()
        .describe('单位看到全名，工作人员看到的已遮盖 / in full for the employer, masked for officers'),
      number: z.string().nullable().describe('证件号码，已遮盖 / identity number, masked'),
      since: z.string(),
      reportedIn: z
        .string()
        .nullable()
        .describe('已申报减员、还没办结的编号 / the case in which they are reported, while it is not over'),
    }),
  ),
  next,
});

export const newReport = z
  .object({
    personIds: z
      .array(z.string().regex(/^psn_\w{1,60}$/))
      .min(1)
      .max(mostAtOnce)
      .describe('要减员的职工 / the staff who leave'),
    endedOn: day.describe('劳动关系结束日 / the day on which the employment ended'),
    reductionMonth: month
      .nullable()
      .default(null)
      .describe(
        '减员月份；不写则为劳动关系结束日所在月 / the month with which they leave; else that of the last day',
      ),
    stopOn: day
      .nullable()
      .default(null)
      .describe('同时停保的，停保日 / the day from which insurance stops, where it stops too'),
    reason: z.enum(reductionReasons).describe('离职原因 / why the employment ended'),
  })
  .meta({
    example: {
      personIds: ['psn_01k8x0m2c40000000000000000'],
      ...{ endedOn: '2026-05-31', stopOn: '2026-06-01', reason: 'resigned' },
    },
  });

export const made = z.object({ reportId: z.string() });

const item = {
  reportId: z.string(),
  madeOn: z.string(),
  statement: z.object({
    endedOn: z.string(),
    reductionMonth: z.string(),
    stopOn: z.string().nullable(),
    reason: z.enum(reductionReasons).optional(),
  }),
  people: z.int(),
  reported: z.int().describe('已受理的人数 / for how many a case is open or was'),
  takenBack: z.int().describe('受理后又撤回的人数 / for how many of them it was taken back'),
  approved: z.int().describe('已办好的人数 / for how many it is done'),
  turnedDown: z.int().describe('未获批准的人数 / for how many the agency refused it'),
  refused: z.int().describe('办不了的人数 / how many cannot be reported'),
  waiting: z.int().describe('还没办到的人数 / how many were not tried yet'),
};

export const reports = z.object({ employer: employerShown, items: z.array(z.object(item)), next });

export const oneReport = z.object({
  employer: employerShown,
  ...item,
  reportedBy: z
    .string()
    .nullable()
    .describe(
      '单位经办人；单位自己的账号申报的为空 / who acted for the employer; null where its own login did',
    ),
  lines: z.array(
    z.object({
      lineNo: z.int(),
      personId: z.string(),
      name: z.string(),
      outcome: z.enum(['waiting', 'reported', 'refused']),
      case: z
        .object({
          number: z.string(),
          state: z.string(),
          stateName: text,
          dueOn: z.string().nullable(),
          dueProvisional: z.boolean(),
          over: z.boolean(),
          mayTakeBack: z.boolean(),
        })
        .nullable(),
      why: z
        .object({
          code: z.string(),
          text,
          next: text,
          problems: z.array(z.object({ path: z.string(), detail: text })),
        })
        .nullable()
        .describe('为什么办不了，怎么办 / why it cannot be reported, and what to do'),
    }),
  ),
});

import { z } from 'zod';
import { isPlainDate, isYearMonth, type PlainDate, type YearMonth } from '#basics';
import { filingGroups, readCreditCode } from '#business/registry/public';

/** What is reported or applied for, by kind of event. No names: who reports is proven by papers, not written here. */

const day = z
  .string()
  .refine(isPlainDate)
  .transform((on) => on as PlainDate) // refined on the line before
  .describe('YYYY-MM-DD');
const month = z
  .string()
  .refine(isYearMonth)
  .transform((in_) => in_ as YearMonth) // refined on the line before
  .describe('YYYY-MM');
const region = z
  .string()
  .regex(/^(1[1-9]|[2-7]\d|8[0-2])\d{4}$/)
  .describe('GB/T 2260');

/** Why somebody leaves an employer, as the employer reports it. */
export const reductionReasons = ['resigned', 'by-agreement', 'contract-ended', 'dismissed', 'moved'] as const;

export const staffReduction = z
  .strictObject({
    kind: z.literal('staff-reduction'),
    employerCreditCode: z
      .string()
      .refine((code) => 'value' in readCreditCode(code))
      .describe('统一社会信用代码 / the employer’s unified social credit code'),
    endedOn: day.describe('劳动关系结束日 / the day on which the employment ended'),
    reductionMonth: month.describe('减员月份 / the month with which the person leaves the roster'),
    stopOn: day
      .nullable()
      .default(null)
      .describe('同时停保的，停保日 / the day from which insurance stops, where the employer stops it too'),
    reason: z
      .enum(reductionReasons)
      .optional()
      .describe('离职原因：辞职、协商一致、合同到期、单位解除、调往别的单位 / why the employment ended'),
  })
  .refine(({ endedOn, reductionMonth }) => reductionMonth >= endedOn.slice(0, 7), {
    path: ['reductionMonth'],
    message: 'before the employment ended',
  });

export const insuranceStop = z.strictObject({
  kind: z.literal('insurance-stop'),
  stopOn: day.describe('停保日 / the day from which insurance stops'),
});

const newFiling = z
  .strictObject({
    kind: z.literal('treatment-filing'),
    change: z.literal('file'),
    region: region.describe('备案地 / where the person lives'),
    group: z.enum(filingGroups),
    fromOn: day,
    toOn: day.nullable().default(null).describe('没有期限的为 null / null where no end is fixed'),
  })
  .refine(({ fromOn, toOn }) => toOn === null || toOn >= fromOn, {
    path: ['toOn'],
    message: 'before fromOn',
  });

const endOfFiling = z.strictObject({
  kind: z.literal('treatment-filing'),
  change: z.literal('end'),
  endOn: day.describe('取消备案的日期 / the day on which the filing ends'),
});

export const treatmentFiling = z.discriminatedUnion('change', [newFiling, endOfFiling]);

export const retirement = z.strictObject({
  kind: z.literal('retirement'),
  retiredOn: day.describe('退休日 / the day of retirement'),
});

export const reporters = ['relative', 'hospital', 'civil-affairs', 'police', 'another-agency'] as const;

export const deathNotice = z.strictObject({
  kind: z.literal('death-notice'),
  diedOn: day.describe('去世日期 / the day of death'),
  reporter: z.enum(reporters).describe('由谁报告 / who reports it'),
});

export const statementSchema = z.union([
  staffReduction,
  insuranceStop,
  treatmentFiling,
  retirement,
  deathNotice,
]);

export type Statement = z.output<typeof statementSchema>;
export type StaffReduction = z.output<typeof staffReduction>;
export type InsuranceStop = z.output<typeof insuranceStop>;
export type TreatmentFiling = z.output<typeof treatmentFiling>;
export type Retirement = z.output<typeof retirement>;
export type DeathNotice = z.output<typeof deathNotice>;

import { z } from 'zod';
import { monthsBetween } from '../arrival/months.ts';
import { amount, field, month, wrong } from './fields.ts';

export const bases = ['actual', 'deemed'] as const;

/** A stretch of paid months without a gap, as the sending agency has it. */
export const period = z
  .strictObject({
    from: field(month, { zh: '起始年月', en: 'First month', source: '信息表' }),
    to: field(month, { zh: '截止年月', en: 'Last month', source: '信息表' }),
    months: field(z.int().min(1).max(1200), {
      zh: '月数',
      en: 'How many months that is, both ends counted',
      source: '信息表',
    }),
    basis: field(z.enum(bases), {
      zh: '实际缴费或视同缴费',
      en: 'Whether they were paid (actual) or count as paid (deemed)',
      source: '信息表',
    }),
    averageBaseFen: field(amount.nullable(), {
      zh: '月平均缴费基数（分）',
      en: 'Average monthly base in fen; null where it is not on record',
      source: '信息表',
    }),
  })
  .refine(({ from, to }) => from <= to, {
    ...wrong({ zh: '截止年月在起始年月之前。', en: 'It ends before it begins.' }),
    path: ['to'],
  })
  .refine(({ from, to, months }) => from > to || monthsBetween(from, to) === months, {
    ...wrong({
      zh: '月数与起止年月不符。',
      en: 'The number of months is not that of the first to the last.',
    }),
    path: ['months'],
  });
export type SheetPeriod = z.output<typeof period>;

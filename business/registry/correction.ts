import { z } from 'zod';
import { isYearMonth, yearMonth } from '#basics';
import { identityKinds } from './identity.ts';
import { calendarDay, recordSchema } from './record-entry.ts';

/** What a person is called and how they are reached. */
export const detailFields = [
  'name',
  'name-latin',
  'born-on',
  'nationality',
  'phone',
  'email',
  'language',
] as const;
export type DetailField = (typeof detailFields)[number];

const month = z.string().refine(isYearMonth, 'not a month, YYYY-MM').transform(yearMonth);
const region = z.string().regex(/^\d{6}$/);
const id = z.string().regex(/^[\w/-]{1,80}$/);

/**
 * What is to be corrected and what is right instead. An id that is null adds what is missing, and a right value that is null
 * takes away what never was. A record entry is added by recording it, not by a correction.
 */
export const changeSchema = z.discriminatedUnion('subject', [
  z.strictObject({
    subject: z.literal('entry'),
    id,
    entry: recordSchema.nullable(),
    trueFrom: calendarDay.nullable().default(null),
    trueTo: calendarDay.nullable().default(null),
  }),
  z.strictObject({
    subject: z.literal('detail'),
    field: z.enum(detailFields),
    value: z.string().trim().min(1).max(200).nullable(),
    /** Null: it was never otherwise. A day: it changed then. */
    trueFrom: calendarDay.nullable().default(null),
  }),
  z.strictObject({
    subject: z.literal('document'),
    id: id.nullable(),
    document: z
      .strictObject({
        kind: z.enum(identityKinds),
        number: z.string().trim().min(1).max(60),
        issuer: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .nullable()
          .default(null),
      })
      .nullable(),
    trueFrom: calendarDay.nullable().default(null),
  }),
  z.strictObject({
    subject: z.literal('employment'),
    id: id.nullable(),
    employment: z
      .strictObject({
        creditCode: z.string().trim().min(1).max(40),
        name: z.string().trim().min(1).max(200),
        fromOn: calendarDay,
        toOn: calendarDay.nullable().default(null),
      })
      .nullable(),
  }),
  z.strictObject({
    subject: z.literal('period'),
    id: id.nullable(),
    period: z
      .strictObject({
        fromMonth: month,
        toMonth: month,
        baseFen: z.string().regex(/^(0|[1-9]\d{0,15})$/),
        originRegion: region,
      })
      .nullable(),
  }),
]);

export type Change = z.output<typeof changeSchema>;
export type CorrectionSubject = Change['subject'];

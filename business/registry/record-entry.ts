import { z } from 'zod';
import { isPlainDate, isYearMonth, plainDate, yearMonth } from '#basics';
import { countries } from './countries.ts';
import { balanceAnswers, filingGroups, leavingPurposes, relationshipStatuses } from './facts.ts';

/** A day of the calendar, read from text. */
export const calendarDay = z.iso
  .date()
  .refine(isPlainDate, 'not a day of the calendar')
  .transform(plainDate)
  .describe('A day of the calendar in Asia/Shanghai, YYYY-MM-DD');
const day = calendarDay;
const month = z.string().refine(isYearMonth, 'not a month, YYYY-MM').transform(yearMonth).describe('YYYY-MM');
const country = z
  .string()
  .refine((code) => countries.has(code), 'not an ISO 3166-1 alpha-3 code')
  .describe('ISO 3166-1 alpha-3; HKG, MAC and TWN for those territories');
const region = z
  .string()
  .regex(/^(1[1-9]|[2-7]\d|8[0-2])\d{4}$/)
  .describe('Region code of six digits (GB/T 2260)');

/**
 * What may be on record of a person, by kind: the kind and its body. Null says that the thing has not happened or is not
 * there, which is how a later entry corrects an earlier one.
 */
export const recordSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('retired'),
    on: day.nullable(),
    paidMonths: z.int().min(0).optional().describe('Months paid here that were counted when it was decided'),
  }),
  z.strictObject({ kind: z.literal('died'), on: day.nullable() }),
  z.strictObject({ kind: z.literal('nationality-lost'), on: day.nullable() }),
  z.strictObject({
    kind: z.literal('left-country'),
    left: z.strictObject({ on: day, to: country, purpose: z.enum(leavingPurposes) }).nullable(),
  }),
  z.strictObject({
    kind: z.literal('treatment-elsewhere'),
    filing: z
      .strictObject({
        region,
        confirmedOn: day.nullable(),
        group: z.enum(filingGroups).optional(),
      })
      .nullable(),
  }),
  z.strictObject({
    kind: z.literal('roster'),
    onEmployerRoster: z.boolean(),
    since: day.nullable(),
    reductionMonth: month.optional().describe('The month with which the employer took the person off'),
  }),
  z.strictObject({
    kind: z.literal('relationship'),
    status: z.enum(relationshipStatuses),
    tier: z.union([z.literal(1), z.literal(2)]).nullable(),
    stoppedOn: day.nullable(),
    since: day.nullable(),
    // The contact letter with which it went to another agency; written by the database.
    messageId: z.string().optional(),
  }),
  z.strictObject({ kind: z.literal('succession'), established: z.boolean(), on: day.nullable() }),
  z.strictObject({
    kind: z.literal('transfer'),
    transfer: z
      .strictObject({
        to: region,
        appliedOn: day.nullable(),
        balance: z.enum(balanceAnswers).nullable(),
        evidenceOn: day.nullable(),
      })
      .nullable(),
  }),
  z.strictObject({ kind: z.literal('open-claims'), open: z.boolean() }),
  z.strictObject({ kind: z.literal('open-recoveries'), open: z.boolean() }),
  z.strictObject({
    kind: z.literal('investigation'),
    open: z.boolean(),
    legalBasis: z.string().trim().min(1).max(200).nullable(),
  }),
]);

/** One thing on record of a person. */
export type RecordEntry = z.output<typeof recordSchema>;
export type RecordKind = RecordEntry['kind'];

/** The entry of one kind. */
export type EntryOf<Kind extends RecordKind> = Extract<RecordEntry, { kind: Kind }>;

/** What counts now: for each kind the entry recorded last among those that are confirmed or came by import. */
export type Standing = { readonly [Kind in RecordKind]?: EntryOf<Kind> };

export const recordKinds: readonly RecordKind[] = recordSchema.options.map(
  (option) => option.shape.kind.value,
);

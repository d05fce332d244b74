import { z } from 'zod';
import { recordKinds } from './record-entry.ts';
import { card, day, instant, text } from './schemas.ts';

export const asOf = z.object({
  on: z
    .string()
    .optional()
    .describe('按哪一天的情况（默认今天）/ as it stood on this day (today)')
    .meta({ example: '2022-06-30' }),
  known: z
    .string()
    .optional()
    .describe('按什么时候所知（日期或时间，默认现在）/ as known at this day or time (now)')
    .meta({ example: '2022-06-30' }),
});

const told = z.object({
  factId: z.string(),
  kind: z.enum(recordKinds),
  body: z.record(z.string(), z.unknown()),
  from: day
    .nullable()
    .describe('从哪一天起；null 表示更早，不详 / its first day; null where earlier than anything known'),
  to: day.nullable().describe('到哪一天止；null 表示一直如此 / its last day; null where it goes on'),
  knownFrom: instant,
  basis: z.enum(['paper', 'import', 'case', 'correction']),
  reference: z.string(),
});

const period = z.object({
  id: z.string(),
  fromMonth: z.string(),
  toMonth: z.string(),
  baseFen: z.string(),
  originRegion: z.string(),
  runId: z.string().nullable(),
  lineNo: z.number().int().nullable(),
  knownFrom: instant,
});

export const personRecord = z.object({
  personId: z.string(),
  records: z
    .array(z.string())
    .describe('此人的全部档案，保留的在前 / all records of the person, the one that stays first'),
  on: day,
  known: instant,
  details: card.omit({ personId: true, documents: true, employer: true, relationship: true }),
  documents: z.array(
    z.object({
      documentId: z.string(),
      kind: z.string(),
      issuer: z.string(),
      number: z.string(),
      knownFrom: instant,
    }),
  ),
  events: z.array(told),
  states: z.partialRecord(z.enum(recordKinds), z.array(told)),
  employments: z.array(
    z.object({
      id: z.string(),
      creditCode: z.string(),
      name: z.string(),
      fromOn: day,
      toOn: day.nullable(),
      knownFrom: instant,
    }),
  ),
  paid: z.object({
    months: z.number().int(),
    periods: z.array(period),
    overlaps: z.array(
      z.object({
        fromMonth: z.string(),
        toMonth: z.string(),
        listedBy: z.array(z.string()).describe('缴费时段的编号 / ids of the periods'),
        why: text,
      }),
    ),
  }),
});

import { z } from 'zod';

const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
const count = z.string().meta({ example: '1000000' });
const instant = z.string().describe('ISO 8601').meta({ example: '2026-01-05T02:00:00.000Z' });
const id = z.string().regex(/^[a-z]{3}_[0-9a-z_]{1,60}$/);
const hex = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .describe('提出时的合计摘要 / SHA-256 of the totals proposed')
  .meta({ example: '0'.repeat(64) });
const year = z.coerce.number().int().min(1998).max(2099).meta({ example: 2025 });
const kind = z.enum(['credit', 'reversal']).describe('结息，或冲回 / credit a year, or take it back');

export const wish = z.object({ year, kind: kind.default('credit') });
const anyKind = z
  .enum(['credit', 'reversal', 'rates'])
  .describe('结息、冲回，或利率变更 / credit, reversal, or a change of rates');
export const runPlace = z.object({ runId: id });
export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const word = z
  .object({
    approved: z.boolean(),
    digest: hex.nullable().default(null),
    reason: z.string().max(500).nullable().default(null).describe('退回时必填 / needed for a rejection'),
  })
  .meta({ examples: [{ approved: true, digest: '0'.repeat(64), reason: null }] });

const totalFields = {
  accounts: count,
  bearing: count.describe('有利息的账户 / accounts with interest'),
  interestFen: amountFen,
  negativeFen: amountFen.describe('要收回的 / what is taken back'),
  laggards: count.describe('停在更早年份的账户 / accounts that stood in an earlier year'),
  byReplay: count.describe('按明细重算的账户 / accounts told by their postings'),
};
const totals = z.object(totalFields);

export const preview = z.object({ year: z.number(), kind, totals, rates: z.array(z.string()) });

export const run = z.object({
  id,
  kind: anyKind,
  year: z.number(),
  reversesId: id.nullable(),
  state: z.enum(['proposed', 'rejected', 'running', 'finished', 'reversed']),
  totals,
  rates: z
    .array(z.string())
    .describe('档 起始日 百万分率 年天数 计息法 / bucket, from, ppm, day count, method'),
  newRates: z.array(z.string()).nullable().describe('要改成的利率 / the rates that it puts in force'),
  digest: hex,
  makerId: z.string(),
  madeAt: instant,
  checkerId: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
  reversedBy: id.nullable(),
  progress: z
    .object({ ...totalFields, recoverableFen: amountFen, finishedAt: instant.nullable() })
    .nullable(),
});

export const carriedOut = run.extend({
  difference: z
    .object({ differenceFen: amountFen, accounts: z.number(), entries: count, explainedFen: amountFen })
    .nullable()
    .describe('与预览的差额，由其间登记的分录说明 / against the preview, told by entries recorded meanwhile'),
});

const day = z.string().meta({ example: '2025-07-01' });
const yuan = z.string().describe('元，八位小数 / yuan, eight decimals').meta({ example: '111.02222222' });

export const personYear = z.object({ personId: id, year });

const part = z.object({
  fromOn: day,
  untilOn: day.describe('这一天不计息 / this day bears none'),
  days: z.number(),
  ratePpm: z.string().describe('年利率，百万分之几 / parts per million a year'),
  dayCount: z.number(),
  shareBasis: z.number().describe('按此计息的份额，万分之几 / share that bears so, of 10,000'),
  yuan,
  grade: z.string().nullable(),
  source: z.string().nullable(),
});

export const explanation = z.object({
  year: z.number(),
  untilOn: day,
  carriedFen: amountFen,
  inflowFen: amountFen,
  debitFen: amountFen,
  lines: z.array(
    z.object({
      what: z.enum(['carried', 'carried-over', 'inflow', 'spending']),
      fromOn: day,
      untilOn: day,
      amountFen,
      parts: z.array(part),
    }),
  ),
  exactYuan: yuan,
  interestFen: amountFen,
  postedFen: amountFen,
  postings: z.array(
    z.object({
      journalId: z.string(),
      purpose: z.string(),
      changeFen: amountFen,
      elsewhereFen: amountFen.describe('已花掉而应退的部分（负数）/ spent and owed, negative'),
      recordedAt: instant,
      becauseId: z.string().nullable().describe('补结差额的原因 / why a closed year was posted again'),
      dueFen: amountFen.nullable(),
      postedBeforeFen: amountFen.nullable(),
    }),
  ),
  note: z.object({ zh: z.string(), en: z.string() }),
});

export const runs = z.object({ items: z.array(run), next: z.string().nullable() });

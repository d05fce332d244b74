import { z } from 'zod';
import { identityKinds } from './identity.ts';
import { importKinds } from './import-report.ts';
import { calendarDay, recordKinds, recordSchema } from './record-entry.ts';

export const personId = z
  .string()
  .regex(/^psn_\w{1,60}$/)
  .meta({ example: 'psn_01k8x0m2c40000000000000000' });
export const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '831240' });
export const instant = z.string().describe('ISO 8601').meta({ example: '2022-06-30T02:00:00.000Z' });
export const day = z.string().describe('YYYY-MM-DD').meta({ example: '2022-06-30' });
export const text = z.object({ zh: z.string(), en: z.string() });

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const waitingPage = page.extend({
  status: z.literal('waiting').default('waiting').describe('待复核 / waiting for the second officer'),
});

export const next = z.string().nullable().describe('下一页的 cursor / the next page’s cursor');

export const employerSearch = page.extend({
  search: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('统一社会信用代码，或名称的一部分 / the unified social credit code, or a part of the name')
    .meta({ example: '91440300708461136T' }),
});
export const employersPage = z.object({
  items: z.array(z.object({ employerId: z.string(), creditCode: z.string(), name: z.string() })),
  next,
});

export const person = z.object({ personId });

export const search = z
  .object({
    kind: z.enum(identityKinds),
    number: z.string().trim().min(1).max(60),
    issuer: z
      .string()
      .regex(/^[A-Z]{3}$/)
      .optional()
      .describe('护照的签发国 / the state that issued a passport'),
  })
  .meta({ examples: [{ kind: 'citizen-id', number: '11010519491231002X' }] });

export const card = z.object({
  personId,
  name: z.string().meta({ example: '张*' }),
  nameLatin: z.string().nullable(),
  birthYear: z.number().int(),
  nationality: z.string(),
  officeId: z.string(),
  phone: z.string().nullable().meta({ example: '138****5678' }),
  email: z.string().nullable(),
  language: z.enum(['zh', 'en']),
  documents: z.array(
    z.object({
      kind: z.enum(identityKinds),
      issuer: z.string(),
      number: z.string().meta({ example: '110***********002X' }),
    }),
  ),
  employer: z.object({ creditCode: z.string(), name: z.string(), since: day }).nullable(),
  relationship: z
    .object({
      status: z.string(),
      tier: z.number().nullable(),
      stoppedOn: day.nullable(),
      since: day.nullable(),
    })
    .nullable(),
});

export const newFact = z
  .object({
    entry: recordSchema,
    trueFrom: calendarDay.optional().describe('状态从哪一天起 / the first day on which a state holds'),
    trueTo: calendarDay.optional().describe('状态到哪一天止 / its last day, where it is over'),
    paperReference: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .describe('所依据材料的名称或编号，不要写证件号码 / the paper it rests on; no identity numbers'),
  })
  .meta({
    examples: [
      {
        entry: { kind: 'treatment-elsewhere', filing: { region: '510100', confirmedOn: '2022-01-10' } },
        paperReference: '异地就医备案表 2022-17',
      },
    ],
  });

export const factPlace = z.object({ personId, factId: z.string().regex(/^rec_\w{1,60}$/) });

export const factDecision = z.object({
  confirmed: z.boolean(),
  reason: z.string().max(500).nullable().default(null).describe('退回时必填 / needed for a rejection'),
});

export const factDecided = factPlace.extend({ confirmed: z.boolean(), reason: z.string().nullable() });

const fact = factPlace.extend({
  kind: z.enum(recordKinds),
  body: z.record(z.string(), z.unknown()),
  trueFrom: day.nullable(),
  trueTo: day.nullable(),
  basis: z.enum(['paper', 'import', 'case', 'correction']),
  reference: z.string(),
  voidedAt: instant.nullable().describe('何时更正作废 / when it was found wrong'),
  status: z.enum(['waiting', 'confirmed', 'rejected', 'not-needed']),
  recordedBy: z.string().nullable(),
  recordedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
});

export const facts = z.object({ items: z.array(fact) });
export const factsPage = z.object({ items: z.array(fact), next });

export const situation = z
  .object({
    person: z.looseObject({ nationality: z.string() }),
    relationship: z.looseObject({ paidMonths: z.number().int().optional() }).nullable(),
    transfer: z.looseObject({ to: z.string() }).nullable(),
    succession: z.object({ established: z.boolean() }).nullable(),
    open: z.object({ claims: z.boolean(), recoveries: z.boolean(), investigation: z.boolean() }),
  })
  .describe(
    '登记在册的情况，形状同 /assessments 的请求 / what is on record, in the shape of an assessment request',
  );

export const fileQuery = z.object({
  kind: z.enum(importKinds),
  fileName: z.string().trim().min(1).max(200),
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .describe('true 只检查不写入 / true checks and writes nothing'),
});

export const csv = z
  .string()
  .describe('CSV，UTF-8；列见 docs/import.md / CSV in UTF-8; columns in docs/import.md');

const remark = z.object({
  line: z.number().int(),
  column: z.string().nullable(),
  columnChinese: z.string().nullable(),
  detail: text,
});

export const report = z.object({
  kind: z.enum(importKinds),
  fileName: z.string(),
  encoding: z.string().nullable(),
  outcome: z.enum(['checked', 'taken-in', 'continued', 'already-taken-in']),
  runId: z.string().nullable(),
  lineCount: z.number().int(),
  newCount: z.number().int(),
  onRecordCount: z.number().int(),
  openingCount: z.number().int(),
  openingTotalFen: amountFen,
  doublesFound: z
    .number()
    .int()
    .describe('新发现的疑似重复档案对数 / pairs of records that may be one person'),
  problems: z.array(remark),
  notices: z.array(remark),
});

const importFields = {
  id: z.string(),
  kind: z.enum(importKinds),
  fileName: z.string(),
  lineCount: z.number().int(),
  openingCount: z.number().int(),
  openingTotalFen: amountFen,
  makerId: z.string(),
  madeAt: instant,
  finishedAt: instant.nullable(),
  abandonedAt: instant.nullable().describe('何时由两人放弃 / when two officers gave it up'),
  checkerId: z.string().nullable(),
  approvedAt: instant.nullable(),
};

export const importsPage = z.object({ items: z.array(z.object(importFields)), next });

export const importOnRecord = z.object({
  ...importFields,
  stagedCount: z.string().describe('已写入待批准的人数 / balances that lie there'),
  stagedFen: amountFen,
  postedCount: z.string().describe('已记账的人数 / balances posted'),
  postedFen: amountFen,
});

export const importPlace = z.object({ importId: z.string().regex(/^imp_\w{1,60}$/) });

export const abandonment = z.object({ reason: z.string().trim().min(1).max(500) });

export const abandonmentAsked = z.object({ runId: z.string() });

export const abandoned = z.object({
  runId: z.string(),
  voided: z.string().describe('作废的登记条数 / how much of what it brought is void now'),
});

export const approval = z
  .object({
    openingCount: z.number().int().min(0),
    openingTotalFen: z.string().regex(/^(0|[1-9]\d{0,17})$/),
  })
  .describe('复核人核对过的人数和合计 / the control totals that the second officer compared');

import { z } from 'zod';
import { isPlainDate } from '#basics';
import { measureKinds } from '#law';
import { measureStates, recoveryOrigins } from './measure.ts';

const personId = z
  .string()
  .regex(/^psn_\w{1,60}$/)
  .meta({ example: 'psn_01k8x0m2c40000000000000000' });
const measureId = z.string().regex(/^msr_\w{1,60}$/);
const amountFen = z.string().describe('分 / fen, as a decimal string').meta({ example: '120000' });
const instant = z.string().describe('ISO 8601').meta({ example: '2026-06-30T02:00:00.000Z' });
const day = z.string().refine(isPlainDate, 'YYYY-MM-DD').meta({ example: '2022-06-30' });
const kind = z
  .enum(measureKinds)
  .describe('立案核查或追回 / an investigation’s flag, or an order to pay back');
const next = z.string().nullable().describe('下一页的 cursor / the next page’s cursor');

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const stepsPage = page.extend({
  status: z
    .enum(['waiting', 'standing'])
    .default('waiting')
    .describe('待复核的，或现在有效的 / what waits for a second officer, or what stands now'),
  kind: kind.optional(),
});

export const person = z.object({ personId });
export const measurePlace = z.object({ personId, measureId });
export const stepPlace = z.object({ personId, stepId: measureId });

const grounds = {
  legalBasis: z
    .string()
    .max(40)
    .describe('法律依据的编号，见 docs/law/clauses.md / the provision, by its id in docs/law/clauses.md'),
  reason: z.string().min(1).max(500),
  paperReference: z
    .string()
    .min(1)
    .max(200)
    .describe('所依据文书的名称或编号，不要写证件号码 / the paper it rests on; no identity numbers'),
  effectiveOn: day
    .nullable()
    .default(null)
    .describe('从哪天起；不写就是今天 / from which day it holds; today where it is left out'),
};

export const newMeasure = z
  .object({
    kind,
    amountFen: z
      .string()
      .regex(/^[1-9]\d{0,17}$/)
      .nullable()
      .default(null)
      .describe('追回的金额（分）；立案核查不写 / what is to be paid back; none for an investigation'),
    origin: z
      .enum(recoveryOrigins)
      .default('pool')
      .describe(
        '追回的来源：统筹基金，或账上已有的应收款 / the pooled fund’s claim, or one that is booked already',
      ),
    ...grounds,
  })
  .meta({
    examples: [
      {
        kind: 'investigation',
        legalBasis: 'FUND-30',
        reason: '同一天两地就诊，正在核实',
        paperReference: '立案通知 2022-09',
        effectiveOn: '2022-06-01',
      },
    ],
  });

export const receipt = z
  .object({
    way: z
      .enum(['instalment', 'offset'])
      .describe('收到退款，或从账户余额抵扣 / money received, or taken from the account'),
    amountFen: z
      .string()
      .regex(/^[1-9]\d{0,17}$/)
      .meta({ example: '50000' }),
    bankReference: z
      .string()
      .max(100)
      .nullable()
      .default(null)
      .describe('银行流水号；收到退款时必填 / the bank’s reference, needed for money received'),
    effectiveOn: day
      .nullable()
      .default(null)
      .describe('到账或抵扣的日期 / the day at the bank, or of the offset'),
  })
  .meta({ examples: [{ way: 'offset', amountFen: '50000' }] });

const receiptId = z.string().regex(/^rcp_\w{1,60}$/);
export const receiptPlace = z.object({ personId, receiptId });

export const recovered = measurePlace.extend({
  ...{ receiptId: z.string(), owedFen: amountFen },
  waiting: z
    .boolean()
    .describe('已登记，等待另一名财务人员确认入账 / told, and to be taken in by another finance officer'),
});

export const lifting = z.object(grounds).meta({
  examples: [{ legalBasis: 'FUND-30', reason: '核查结束，没有问题', paperReference: '结案通知 2022-12' }],
});

export const decision = z.object({
  confirmed: z.boolean(),
  reason: z.string().max(500).nullable().default(null).describe('退回时必填 / needed for a rejection'),
});

export const decided = stepPlace.extend({ confirmed: z.boolean(), reason: z.string().nullable() });

const step = {
  stepId: measureId,
  step: z.enum(['set', 'lift']),
  legalBasis: z.string(),
  reason: z.string(),
  paperReference: z.string(),
  effectiveOn: day,
  makerId: z.string(),
  recordedAt: instant,
  confirmed: z.boolean().nullable(),
  checkerId: z.string().nullable(),
  decidedAt: instant.nullable(),
  decisionReason: z.string().nullable(),
};

const measure = { personId, measureId, kind, amountFen: amountFen.nullable(), origin: z.string().nullable() };

export const measures = z.object({
  items: z.array(
    z.object({
      ...measure,
      owedFen: amountFen.nullable().describe('还应退多少 / what is still owed'),
      state: z.enum(measureStates),
      steps: z.array(z.object(step)),
      receipts: z.array(
        z.object({
          ...{ receiptId: z.string(), way: z.enum(['instalment', 'offset', 'sent-back']), amountFen },
          ...{ bankReference: z.string().nullable(), effectiveOn: day, officerId: z.string() },
          recordedAt: instant,
        }),
      ),
      told: z
        .array(
          z.object({
            ...{ measureId, receiptId: z.string(), amountFen, bankReference: z.string() },
            ...{ effectiveOn: day, officerId: z.string(), recordedAt: instant },
          }),
        )
        .describe('已登记、还没有确认入账的退款 / told, and not yet taken in'),
    }),
  ),
  next,
});

export const steps = z.object({ items: z.array(z.object({ ...measure, ...step })), next });

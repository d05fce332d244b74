import { z } from 'zod';
import { cardKinds, cardStates, cardStepNames } from './card.ts';
import { officerSteps } from './step-card.ts';

const personId = z
  .string()
  .regex(/^psn_\w{1,60}$/)
  .meta({ example: 'psn_01k8x0m2c40000000000000000' });
const cardId = z.string().regex(/^crd_\w{1,60}$/);
const instant = z.string().describe('ISO 8601').meta({ example: '2022-06-30T02:00:00.000Z' });
const next = z.string().nullable().describe('下一页的 cursor / the next page’s cursor');
const kind = z
  .enum(cardKinds)
  .describe('社保卡或医保电子凭证 / the social security card or its electronic credential');
const effectiveAt = z.iso
  .datetime({ offset: true })
  .nullable()
  .default(null)
  .describe('从何时起；不写就是现在 / from when it holds; now where it is left out')
  .meta({ example: '2022-06-30T09:00:00+08:00' });
const reason = z.string().max(500).nullable().default(null).describe('不要写证件号码 / no identity numbers');
const paper = z.string().trim().min(1).max(200);
const number = z.string().min(1).max(60).meta({ example: 'A12345678' });

export const page = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(300).optional().describe('上一页答复的 next / the `next` of the page before'),
});

export const person = z.object({ personId });
export const cardPlace = z.object({ personId, cardId });

export const newCard = z.object({
  kind,
  number,
  paperReference: paper.describe('经办人看过的凭证 / what the clerk saw'),
  effectiveAt,
});

export const replacement = z.object({ number, paperReference: paper, reason, effectiveAt });

export const loss = z.object({ reason, effectiveAt });

export const step = z
  .object({
    step: z.enum(officerSteps).describe('解除挂失、锁定、解锁、停用 / found again, lock, unlock, end'),
    legalBasis: z
      .string()
      .max(40)
      .nullable()
      .default(null)
      .describe('锁定必填，见 docs/law/clauses.md / needed for a lock, by its id in docs/law/clauses.md'),
    reason,
    paperReference: paper.nullable().default(null),
    effectiveAt,
  })
  .meta({ examples: [{ step: 'lock', legalBasis: 'FUND-17', reason: '卡被他人使用，正在核实' }] });

export const stood = cardPlace.extend({ state: z.enum(cardStates) });

const event = z.object({
  seq: z.number().int(),
  step: z.enum(cardStepNames),
  fromState: z.enum(['unbound', ...cardStates]),
  toState: z.enum(cardStates),
  actorKind: z.enum(['officer', 'insured', 'agent', 'system']),
  actorId: z.string(),
  legalBasis: z.string().nullable(),
  reason: z.string().nullable(),
  paperReference: z.string().nullable(),
  caseId: z.string().nullable(),
  effectiveAt: instant,
  recordedAt: instant,
});

export const cards = z.object({
  items: z.array(
    z.object({
      ...{ personId, cardId, kind },
      numberTail: z
        .string()
        .describe('卡号末几位 / the last characters of the number')
        .meta({ example: '78' }),
      replacesId: cardId.nullable(),
      state: z.enum(cardStates),
      events: z.array(event),
    }),
  ),
  next,
});

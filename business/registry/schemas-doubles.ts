import { z } from 'zod';
import { differences } from './merge-differences.ts';
import { amountFen, card, day, instant, next, personId } from './schemas.ts';

const reason = z.string().trim().min(1).max(500);
const paperReference = z.string().trim().min(1).max(200);

export const search = z
  .object({ importId: z.string().max(80).nullable().default(null) })
  .describe(
    '只查一次导入带来的人，不写就查全部 / only those whom an import brought; everybody where left out',
  );

export const searched = z.object({ found: z.string().describe('新发现的对数 / pairs that are new') });

export const doublesPage = z.object({
  items: z.array(
    z.object({
      signs: z.array(z.enum(['name-and-birth', 'latin-name-and-birth', 'number-alike'])),
      foundAt: instant,
      one: card,
      other: card,
    }),
  ),
  next,
});

export const judgement = z
  .object({ oneId: personId, otherId: personId, reason })
  .describe('认定不是同一人 / the two are two persons');

export const pair = z.object({ oneId: personId, otherId: personId });

const differencesSeen = z
  .boolean()
  .default(false)
  .describe(
    '已看到两份档案的不同，仍认为是同一人 / what differs was seen, and it is one person all the same',
  );

export const newMerge = z
  .object({ mergedId: personId, survivorId: personId, reason, paperReference, differencesSeen })
  .describe('把 mergedId 并入 survivorId / mergedId is folded into survivorId');

export const newUndoing = z.object({ reason, paperReference });

export const merged = z.object({ mergedId: personId });

export const mergePlace = merged.extend({ stepId: z.string().regex(/^mrg_\w{1,60}$/) });

export const mergeDecision = z.object({
  approved: z.boolean(),
  reason: z.string().max(500).nullable().default(null).describe('退回时必填 / needed where it is declined'),
  differencesSeen,
});

export const mergeDecided = mergePlace.extend({
  approved: z.boolean(),
  reason: z.string().nullable(),
  movedFen: amountFen.describe('两个账户之间转过的金额（分） / what passed between the two accounts, fen'),
});

const step = mergePlace.extend({
  step: z.enum(['merge', 'undo']),
  mergeId: z.string(),
  survivorId: z.string(),
  reason: z.string(),
  paperReference: z.string(),
  makerId: z.string(),
  requestedAt: instant,
  approved: z.boolean().nullable(),
  checkerId: z.string().nullable(),
  decisionReason: z.string().nullable(),
  movedFen: amountFen.nullable(),
  movedOn: day.nullable(),
  decidedAt: instant.nullable(),
  differs: z
    .array(z.enum(differences))
    .describe('待审批时，两份档案哪些不同 / while it waits: in what the two records differ'),
});

export const mergesPage = z.object({ items: z.array(step), next });

export const merges = z.object({ items: z.array(step) });

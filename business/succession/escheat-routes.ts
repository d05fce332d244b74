import { z } from 'zod';
import { isPlainDate, ok, plainDate } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  told,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import type { SuccessionContext } from './context.ts';
import { escheats } from './escheat.store.ts';
import { decideEscheat, proposeEscheat } from './escheat.ts';

const tag = 'succession';
const day = z
  .string()
  .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }));
const person = z.object({ personId: z.string().max(64) });
const place = person.extend({ escheatId: z.string().max(64) });

const wish = z
  .object({
    noticeOn: day.describe('公告日期 / the day of the public notice'),
    noticePaper: z.string().max(200).describe('公告的归档号 / the notice in the files'),
    reason: z.string().max(500).describe('为什么认定无人继承 / why nobody succeeds'),
  })
  .meta({ examples: [{ noticeOn: '2025-01-02', noticePaper: '公告 2025-3', reason: '公告期满无人申报' }] });
const decision = z.object({
  approved: z.boolean(),
  reason: z
    .string()
    .max(500)
    .describe('期满无人申报的依据，或退回原因 / the paper that nobody came forward, or why not'),
});
const decided = z.object({ approved: z.boolean(), amountFen: z.string().nullable() });
const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  personId: z.string().max(64).optional().describe('只看一个人的 / of one person'),
});
const list = z.object({
  items: z.array(
    z.object({
      ...{ personId: z.string(), escheatId: z.string(), noticeOn: z.string(), noticeDays: z.int() },
      ...{ noticePaper: z.string(), reason: z.string(), makerId: z.string(), madeAt: z.string() },
      ...{ approved: z.boolean().nullable(), checkerId: z.string().nullable() },
      ...{ decisionReason: z.string().nullable(), amountFen: z.string().nullable() },
    }),
  ),
  next: z.string().nullable(),
});

const shut = [
  ...(['succession.wrong', 'succession.notice-runs', 'succession.not-dead'] as const),
  ...(['ledger.already-held', 'succession.held-by-case'] as const),
  ...(['succession.somebody-succeeds', 'ledger.account-closed', 'ledger.payment-under-way'] as const),
  ...(['supervision.under-investigation', 'supervision.recovery-open'] as const),
  ...(['succession.heir-on-record', 'succession.case-open', 'succession.no-rule'] as const),
];

const proposeOneEscheat: WriteOperation<SuccessionContext, Caller> = {
  ...{ id: 'proposeEscheat', kind: 'write', method: 'POST', path: '/people/{personId}/escheats', tag },
  ...{ roles: ['clerk'], status: 201, params: person, body: wish, answer: place },
  summary: {
    zh: '提出账户无人继承，余额归入统筹基金',
    en: 'Propose that an account that nobody succeeds to goes to the pooled fund',
  },
  refusals: [...shut, 'succession.no-person'],
  run(tx, { context, caller, params, body }) {
    const { personId } = person.parse(params);
    const { noticeOn, ...texts } = wish.parse(body);
    const said = { ...texts, noticeOn: plainDate(noticeOn) };
    return proposeEscheat(tx, context, { caller, personId, wish: said });
  },
};

const decideOneEscheat: WriteOperation<SuccessionContext, Caller> = {
  ...{ id: 'decideEscheat', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/people/{personId}/escheats/{escheatId}/decision',
  ...{ params: place, body: decision, answer: decided },
  summary: { zh: '复核账户无人继承', en: 'Decide on an account that nobody succeeds to' },
  refusals: [
    ...shut,
    ...(['succession.no-escheat', 'succession.same-officer', 'succession.decided'] as const),
    ...(['succession.above-limit', 'ledger.nothing-to-settle', 'ledger.day-gone-by'] as const),
  ],
  async run(tx, { context, caller, params, body }) {
    const done = await decideEscheat(tx, context, {
      caller,
      decision: { ...place.parse(params), ...decision.parse(body) },
    });
    if (!done.ok) return done;
    const { approved, amountFen } = done.value;
    return ok({ approved, amountFen: amountFen === null ? null : `${amountFen}` });
  },
};

const listEscheats: ReadOperation<SuccessionContext, Caller> = {
  ...{ id: 'listEscheats', kind: 'read', method: 'GET', path: '/escheats', tag, query: page, answer: list },
  roles: ['clerk', 'reviewer', 'finance', 'auditor'],
  summary: {
    zh: '待复核的无人继承，或一个人的全部',
    en: 'Those that wait for a second officer, or all of one person',
  },
  refusals: ['http.cursor'],
  async run(reader, { query }) {
    const { cursor, limit, personId = null } = page.parse(query);
    const from = readCursor(cursor, { personId });
    if (!from.ok) return from;
    const [after] = (from.value ?? []).map(String);
    const rows = await escheats(reader, { personId, after: after ?? null, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return ok({
      items: items.map(({ madeAt, amountFen, ...row }) => ({
        ...{ ...row, madeAt: madeAt.toISOString() },
        amountFen: amountFen === null ? null : `${amountFen}`,
      })),
      next: last ? writeCursor({ position: [last.escheatId], query: { personId } }) : null,
    });
  },
};

/** Accounts that nobody succeeds to. */
export const escheatOperations: readonly Operation<SuccessionContext, Caller>[] = [
  proposeOneEscheat,
  decideOneEscheat,
  listEscheats,
];

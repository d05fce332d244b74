import { z } from 'zod';
import { isPlainDate, ok, type PlainDate } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type JobOperation,
  type Operation,
  type ReadOperation,
  readCursor,
  told,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import { inTransaction } from '#platform/postgres';
import { answerInquiry, askForAccount } from './account-inquiry.ts';
import type { InquiryContext } from './context.ts';
import { inquiryFile } from './inquiry-file-routes.ts';
import { question } from './read-inquiry.ts';
import { decideInquiry, reviewInquiry, waitingInquiries } from './review-inquiry.ts';

const tag = 'succession';
/** For whoever has no login: few enough that asking around leads nowhere. */
const perMinute = 5;
const text = z.object({ zh: z.string(), en: z.string() });
const example = { kind: 'citizen-id', number: '440304195801250162' } as const;
const asking = question.meta({
  examples: [
    {
      deceased: { name: '郑永康', identity: example },
      asker: { name: '何丽娟', identity: example },
      relation: 'spouse',
    },
  ],
});
const taken = z.object({ inquiryId: z.string(), secret: z.string(), message: text });
const key = z.object({ inquiryId: z.string().max(64), secret: z.string().max(100) });
const answer = z.object({
  ...{ answered: z.boolean(), message: text, accountExists: z.boolean().nullable() },
  balanceFen: z.string().nullable(),
  login: z
    .enum(['open', 'used', 'none'])
    .describe(
      '凭同一编号和口令能否开通继承人登录名：可以、已开通、不可以 / whether the same number and secret open a login as a successor: they do, did already, do not',
    ),
});
const place = z.object({ inquiryId: z.string().max(64) });
const review = z.object({
  entitled: z
    .boolean()
    .describe('材料是否证明死亡和亲属关系 / whether the papers prove the death and the relation'),
  deathPaper: z.string().max(200).meta({ example: '死亡证明 2026-7' }),
  relationPaper: z.string().max(200).meta({ example: '亲属关系证明 2026-7' }),
  identityPaper: z
    .string()
    .max(200)
    .nullable()
    .default(null)
    .describe(
      '核对了询问人哪份证件；不写则不能凭答复开通登录名 / the asker’s identity document that was compared; without it the answer opens no login',
    )
    .meta({ example: '身份证原件核对 2026-7' }),
  diedOn: z
    .string()
    .refine(isPlainDate, told({ zh: '日期写成 2026-06-01', en: 'a day, written 2026-06-01' }))
    .transform((on) => on as PlainDate) // refined on the line before
    .nullable()
    .default(null)
    .describe(
      '死亡证明上的日期；复核后登记；档案里还没有死亡登记时必填 / the day of the death, recorded once it is confirmed; needed where no death is on record yet',
    )
    .meta({ example: '2026-05-01' }),
});
const decision = z.object({ confirmed: z.boolean() });
const page = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
const list = z.object({
  items: z.array(
    z.object({
      ...{ inquiryId: z.string(), deceasedName: z.string(), deceasedNumber: z.string() },
      ...{ askerName: z.string(), askerNumber: z.string(), relation: z.string(), askedAt: z.string() },
      ...{ entitled: z.boolean().nullable(), deathPaper: z.string().nullable() },
      ...{ relationPaper: z.string().nullable(), makerId: z.string().nullable() },
      identityPaper: z.string().nullable(),
      files: z.array(inquiryFile).describe('随询问附来的材料 / papers that came with it'),
    }),
  ),
  next: z.string().nullable(),
});

/** Jobs, because the secret is told once and must not be kept with the answers of writes. */
const askOne: JobOperation<InquiryContext, Caller> = {
  ...{ id: 'askForAccount', kind: 'job', method: 'POST', path: '/account-inquiries', tag, perMinute },
  ...{ roles: 'anyone', status: 202, body: asking, answer: taken },
  refusals: ['succession.wrong', 'succession.inquiry-secret-used'],
  summary: {
    zh: '亲属询问去世的人有没有个人账户',
    en: 'A relative asks whether somebody who died had an account',
  },
  run: ({ context, body }) =>
    inTransaction(context.database, (tx) => askForAccount(tx, context, asking.parse(body))),
};

const answerOne: JobOperation<InquiryContext, Caller> = {
  ...{
    id: 'readAccountInquiry',
    kind: 'job',
    method: 'POST',
    path: '/account-inquiries/answer',
    tag,
    perMinute,
  },
  ...{ roles: 'anyone', body: key, answer, refusals: [] },
  summary: { zh: '凭编号和口令看答复', en: 'Read the answer by number and secret' },
  async run({ context, body }) {
    const { balanceFen, ...told } = await answerInquiry(context.database, context, key.parse(body));
    return ok({ ...told, balanceFen: balanceFen === null ? null : `${balanceFen}` });
  },
};

const reviewOne: WriteOperation<InquiryContext, Caller> = {
  ...{ id: 'reviewAccountInquiry', kind: 'write', method: 'POST', tag, roles: ['clerk'] },
  path: '/account-inquiries/{inquiryId}/review',
  ...{ params: place, body: review, answer: place },
  summary: { zh: '核对询问人的材料', en: 'Compare an asker’s papers' },
  refusals: [
    ...(['succession.no-inquiry', 'succession.inquiry-reviewed', 'succession.wrong'] as const),
    'registry.fact-wrong',
  ],
  async run(tx, { context, caller, params, body }) {
    const { inquiryId } = place.parse(params);
    const done = await reviewInquiry(tx, context, { caller, inquiryId, ...review.parse(body) });
    return done.ok ? ok({ inquiryId }) : done;
  },
};

const decideOne: WriteOperation<InquiryContext, Caller> = {
  ...{ id: 'decideAccountInquiry', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/account-inquiries/{inquiryId}/decision',
  ...{ params: place, body: decision, answer: place },
  summary: { zh: '复核询问人的材料', en: 'Confirm what was found of an asker’s papers' },
  refusals: [
    ...(['succession.no-inquiry', 'succession.inquiry-reviewed', 'succession.same-officer'] as const),
    'registry.contradicts-record',
  ],
  async run(tx, { context, caller, params, body }) {
    const { inquiryId } = place.parse(params);
    const done = await decideInquiry(tx, context, { caller, inquiryId, ...decision.parse(body) });
    return done.ok ? ok({ inquiryId }) : done;
  },
};

const listWaiting: ReadOperation<InquiryContext, Caller> = {
  ...{ id: 'listAccountInquiries', kind: 'read', method: 'GET', path: '/account-inquiries', tag },
  ...{ roles: ['clerk', 'reviewer'], query: page, answer: list, shows: 'nobody', refusals: ['http.cursor'] },
  summary: { zh: '待核对的询问', en: 'Questions that wait for an officer' },
  async run(reader, { context, query }) {
    const { cursor, limit } = page.parse(query);
    const from = readCursor(cursor, {});
    if (!from.ok) return from;
    const [after] = (from.value ?? []).map(String);
    const rows = await waitingInquiries(reader, context, { after: after ?? null, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return ok({ items, next: last ? writeCursor({ position: [last.inquiryId], query: {} }) : null });
  },
};

/** Whether somebody who died had an account, for who is entitled to know. */
export const accountInquiryOperations: readonly Operation<InquiryContext, Caller>[] = [
  askOne,
  answerOne,
  reviewOne,
  decideOne,
  listWaiting,
];

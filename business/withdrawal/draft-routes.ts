import { z } from 'zod';
import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import type { Operation, Request } from '#platform/http';
import type { WithdrawalContext } from './context.ts';
import { draftContent } from './draft.ts';
import {
  beginDraft,
  discardDraft,
  listDrafts,
  type OfDraft,
  openDraftCase,
  readDraft,
  saveDraft,
  submitDraft,
} from './drafts.ts';
import { applicants, type Read, shown, tag, type Write } from './operation-parts.ts';
import { payeeName, stepped } from './schemas.ts';

const text = z.object({ zh: z.string(), en: z.string() });
const place = z.object({ personId: z.string().max(64), draftId: z.string().max(64) });
const version = z.int().min(1).describe('您看到的版本 / the version that you saw');
const view = z.object({
  personId: z.string(),
  draftId: z.string(),
  version: z.int(),
  savedAt: z.string(),
  keptUntil: z.string(),
  ended: z.enum(['submitted', 'discarded', 'expired']).nullable(),
  caseNumber: z
    .string()
    .nullable()
    .describe(
      '成为的办件；填写期间为草稿办件，文件上传到这里 / the case that it became; before that, the one to upload files to',
    ),
  note: text,
});
const payeeOwn = z
  .boolean()
  .nullable()
  .describe('户名是否参保人本人；还没写时为 null / whether the account is in the insured person’s own name');
const begun = z.object({
  personId: z
    .string()
    .max(64)
    .nullish()
    .describe('为谁填写；本人可以不写 / for whom; may be left out by who applies for themselves'),
  content: draftContent,
});
const saved = z.object({ version, content: draftContent });
const submitted = z.object({ version });
const list = z.object({
  cursor: z.string().max(64).optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
  open: z.enum(['true', 'false']).optional().describe('只列没有结束的 / those only that have not ended'),
});

const base = { tag, roles: applicants } as const;

function draftOf({ context, caller, params }: Request<WithdrawalContext, Caller>): OfDraft {
  return { context, caller, ...place.parse(params) };
}

const beginWithdrawalDraft: Write = {
  ...{ ...base, id: 'beginWithdrawalDraft', kind: 'write', method: 'POST', path: '/withdrawal-drafts' },
  summary: {
    zh: '开始一份草稿；不冻结账户，不计时限',
    en: 'Begin a draft; it holds nothing and starts no deadline',
  },
  body: begun,
  answer: view,
  status: 201,
  refusals: ['withdrawal.no-person'],
  run(tx, { context, caller, body }) {
    const { personId = null, content } = begun.parse(body);
    return beginDraft(tx, { context, caller, personId, content });
  },
};

const saveWithdrawalDraft: Write = {
  ...{ ...base, id: 'saveWithdrawalDraft', kind: 'write', method: 'PUT' },
  path: '/withdrawal-drafts/{personId}/{draftId}',
  summary: {
    zh: '保存草稿；别处存过更新的，会连同新的一版拒绝',
    en: 'Save a draft; refused, with the newer version, where one lies there',
  },
  params: place,
  body: saved,
  answer: view.extend({ payeeOwn }),
  refusals: ['withdrawal.no-draft', 'withdrawal.draft-newer'],
  run: (tx, asked) => saveDraft(tx, { ...draftOf(asked), ...saved.parse(asked.body) }),
};

const readWithdrawalDraft: Read = {
  ...{ ...base, id: 'readWithdrawalDraft', kind: 'read', method: 'GET' },
  path: '/withdrawal-drafts/{personId}/{draftId}',
  summary: { zh: '继续填写草稿', en: 'Go on with a draft' },
  params: place,
  answer: view.extend({ content: draftContent, payeeName, payeeOwn }),
  refusals: ['withdrawal.no-draft'],
  run: (reader, asked) => readDraft(reader, draftOf(asked)),
};

const listWithdrawalDrafts: Read = {
  ...{ ...base, id: 'listWithdrawalDrafts', kind: 'read', method: 'GET', path: '/withdrawal-drafts' },
  summary: { zh: '我的草稿', en: 'One’s own drafts' },
  query: list,
  answer: z.object({ items: z.array(view), next: z.string().nullable() }),
  refusals: [],
  async run(reader, { context, caller, query }) {
    const { cursor = null, limit, open: only } = list.parse(query);
    const open = only === 'true';
    return ok(await listDrafts(reader, { context, caller, cursor, limit, open }));
  },
};

const openCaseOfDraft: Write = {
  ...{ ...base, id: 'openCaseOfDraft', kind: 'write', method: 'POST' },
  path: '/withdrawal-drafts/{personId}/{draftId}/case',
  summary: {
    zh: '取得草稿的办理编号，材料照片上传到这里；不冻结账户，不计时限',
    en: 'Have a case for the draft’s files; it holds nothing and starts no deadline',
  },
  params: place,
  answer: view,
  refusals: [
    ...(['withdrawal.no-draft', 'withdrawal.draft-incomplete', 'withdrawal.no-person'] as const),
    ...(['withdrawal.bad-input', 'withdrawal.no-rules', 'withdrawal.ground-by-successor'] as const),
  ],
  run: (tx, asked) => openDraftCase(tx, draftOf(asked)),
};

const discardWithdrawalDraft: Write = {
  ...{ ...base, id: 'discardWithdrawalDraft', kind: 'write', method: 'DELETE' },
  path: '/withdrawal-drafts/{personId}/{draftId}',
  summary: { zh: '删除草稿', en: 'Discard a draft' },
  params: place,
  answer: view,
  refusals: ['withdrawal.no-draft'],
  run: (tx, asked) => discardDraft(tx, draftOf(asked)),
};

const submitWithdrawalDraft: Write = {
  ...{ ...base, id: 'submitWithdrawalDraft', kind: 'write', method: 'POST' },
  path: '/withdrawal-drafts/{personId}/{draftId}/submission',
  summary: { zh: '提交草稿，成为申请', en: 'Hand a draft in as an application' },
  params: place,
  body: submitted,
  answer: stepped,
  status: 201,
  refusals: [
    ...(['withdrawal.no-draft', 'withdrawal.draft-newer', 'withdrawal.draft-incomplete'] as const),
    ...(['withdrawal.no-person', 'withdrawal.bad-input', 'withdrawal.competing-case'] as const),
    ...(['withdrawal.competing-case-of-another', 'withdrawal.not-open', 'withdrawal.no-rules'] as const),
    ...(['withdrawal.ground-by-successor', 'withdrawal.payee-not-insured'] as const),
    ...(['withdrawal.unknown-material', 'ledger.already-held', 'materials.no-file'] as const),
    ...(['materials.no-commitment', 'materials.commitment-needs-paper', 'materials.text-changed'] as const),
  ],
  async run(tx, asked) {
    return shown(await submitDraft(tx, { ...draftOf(asked), ...submitted.parse(asked.body) }));
  },
};

/** An application that is being written, until it is one. */
export const draftOperations: readonly Operation<WithdrawalContext, Caller>[] = [
  beginWithdrawalDraft,
  listWithdrawalDrafts,
  readWithdrawalDraft,
  saveWithdrawalDraft,
  openCaseOfDraft,
  discardWithdrawalDraft,
  submitWithdrawalDraft,
];

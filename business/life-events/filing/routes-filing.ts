import { z } from 'zod';
import type { Caller } from '#business/access/public';
import type { Operation, Request } from '#platform/http';
import type { LifeEventContext } from '../context.ts';
import { type Read, shown, tag, type Write } from '../operation-parts.ts';
import { stepped } from '../schemas.ts';
import { filingContent } from './filing-content.ts';
import {
  discardFilingDraft,
  type OfFiling,
  readFilingDraft,
  saveFilingDraft,
  submitFilingDraft,
} from './filing-draft.ts';

const person = z.object({
  personId: z.string().max(64).meta({ example: 'psn_01k8x0m2c40000000000000000' }),
});
const version = z
  .int()
  .min(0)
  .describe('您看到的版本；0 是还没有存过 / the version that you saw; 0 where nothing was saved yet');
const view = z.object({
  version: z.int(),
  savedAt: z.string().nullable(),
  keptUntil: z.string().nullable(),
  content: filingContent,
});
const saving = z.object({ version, content: filingContent });
const seen = z.object({ version: version.min(1) });
const submitting = seen.extend({
  applyAnyway: z
    .boolean()
    .default(false)
    .describe('已知道不符合，仍要书面决定 / told what stands against it, and wanting a written decision'),
});
const base = { tag, roles: ['insured', 'agent'], params: person } as const;
const refused = ['life-events.no-person', 'life-events.draft-newer', 'access.no-session'] as const;

function of({ context, caller, params }: Request<LifeEventContext, Caller>): OfFiling {
  return { context, caller, ...person.parse(params) };
}

const readDraft: Read = {
  ...{ ...base, id: 'readFilingDraft', kind: 'read', method: 'GET', path: '/people/{personId}/filing-draft' },
  summary: { zh: '继续填写异地就医备案', en: 'Go on with a filing of treatment elsewhere' },
  answer: view,
  refusals: ['life-events.no-person'],
  run: (reader, asked) => readFilingDraft(reader, of(asked)),
};

const saveDraft: Write = {
  ...{
    ...base,
    id: 'saveFilingDraft',
    kind: 'write',
    method: 'PUT',
    path: '/people/{personId}/filing-draft',
  },
  summary: {
    zh: '保存填到一半的备案；别处存过更新的，会连同新的一版拒绝',
    en: 'Save a filing that is being written; refused, with the newer version, where one lies there',
  },
  body: saving,
  answer: view,
  refusals: refused,
  run: (tx, asked) => saveFilingDraft(tx, { ...of(asked), ...saving.parse(asked.body) }),
};

const discardDraft: Write = {
  ...{ ...base, id: 'discardFilingDraft', kind: 'write', method: 'POST' },
  path: '/people/{personId}/filing-draft/discarding',
  summary: { zh: '不填了，删除填过的内容', en: 'Throw away what was written of a filing' },
  body: seen,
  answer: view,
  refusals: refused,
  run: (tx, asked) => discardFilingDraft(tx, { ...of(asked), ...seen.parse(asked.body) }),
};

const submitDraft: Write = {
  ...{ ...base, id: 'submitFilingDraft', kind: 'write', method: 'POST', status: 201 },
  path: '/people/{personId}/filing-draft/submission',
  summary: { zh: '提交备案，成为办件', en: 'Hand a filing in, which makes it a case' },
  body: submitting,
  answer: stepped,
  refusals: [
    ...[...refused, 'life-events.filing-incomplete', 'life-events.not-yours', 'life-events.already-open'],
    'life-events.not-open',
  ],
  async run(tx, asked) {
    return shown(await submitFilingDraft(tx, { ...of(asked), ...submitting.parse(asked.body) }));
  },
};

/** A filing of treatment elsewhere as somebody writes it, from the first answer to the case. */
export const filingOperations: readonly Operation<LifeEventContext, Caller>[] = [
  readDraft,
  saveDraft,
  discardDraft,
  submitDraft,
];

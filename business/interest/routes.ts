import { ok } from '#basics';
import type { Caller } from '#business/access/public';
import { interestRatesText } from '#engines/ledger';
import {
  type JobOperation,
  type Operation,
  type ReadOperation,
  readCursor,
  writeCursor,
} from '#platform/http';
import { decideYear } from './approve-run.ts';
import { tellRun } from './carry-out-run.ts';
import { proposeRatesChange } from './change-rates.ts';
import type { InterestContext } from './context.ts';
import { previewYear, proposeYear } from './propose-run.ts';
import { listRuns } from './read-runs.ts';
import { explainYearOfPerson } from './routes-explain.ts';
import * as schemas from './schemas.ts';
import { showCarriedOut, showRun, showTotals } from './show-run.ts';

type Read = ReadOperation<InterestContext, Caller>;
type Job = JobOperation<InterestContext, Caller>;

const tag = 'interest';
const sees = ['finance', 'auditor'] as const;

const previewInterestRun: Job = {
  ...{ id: 'previewInterestRun', kind: 'job', method: 'POST', path: '/interest-runs/preview', tag },
  roles: sees,
  summary: { zh: '预览年度结息，不写入', en: 'Preview a year’s interest; writes nothing' },
  body: schemas.wish,
  answer: schemas.preview,
  refusals: ['interest.nothing-to-reverse'],
  perMinute: 6,
  async run({ context, body }) {
    const { year, kind } = schemas.wish.parse(body);
    const told = await previewYear(context, { year, kind });
    if (!told.ok) return told;
    const rates = await interestRatesText(context.database);
    return ok({ year, kind, totals: showTotals(told.value.totals), rates: rates.split('\n') });
  },
};

const proposeInterestRun: Job = {
  ...{ id: 'proposeInterestRun', kind: 'job', method: 'POST', path: '/interest-runs', tag, status: 201 },
  roles: ['finance'],
  summary: {
    zh: '提出年度结息或冲回，附控制合计',
    en: 'Propose a year’s interest, or its reversal, with control totals',
  },
  body: schemas.wish,
  answer: schemas.run,
  refusals: [
    ...(['interest.year-not-over', 'interest.year-credited', 'interest.year-before-open'] as const),
    ...(['interest.run-under-way', 'interest.nothing-to-reverse', 'interest.later-year-stands'] as const),
  ],
  perMinute: 6,
  async run({ context, caller, body }) {
    const proposed = await proposeYear(context, { caller, ...schemas.wish.parse(body) });
    return proposed.ok ? ok(showRun(proposed.value)) : proposed;
  },
};

const proposeInterestRates: Job = {
  ...{
    id: 'proposeInterestRates',
    kind: 'job',
    method: 'POST',
    path: '/interest-runs/rates',
    tag,
    status: 201,
  },
  roles: ['finance'],
  summary: {
    zh: '提出按法规数据改正以往的利率，附控制合计',
    en: 'Propose to put the law’s rates in force for days gone by, with control totals',
  },
  answer: schemas.run,
  refusals: ['interest.rates-same', 'interest.run-under-way'],
  perMinute: 6,
  async run({ context, caller }) {
    const proposed = await proposeRatesChange(context, { caller });
    return proposed.ok ? ok(showRun(proposed.value)) : proposed;
  },
};

const decideInterestRun: Job = {
  ...{ id: 'decideInterestRun', kind: 'job', method: 'POST', path: '/interest-runs/{runId}/decision', tag },
  roles: ['finance'],
  summary: {
    zh: '批准（或退回）结息；批准后自动执行',
    en: 'Approve a run by the digest of its totals, or reject it; approved, it is carried out by itself',
  },
  params: schemas.runPlace,
  body: schemas.word,
  answer: schemas.run,
  refusals: [
    ...(['interest.no-such-run', 'interest.decided', 'interest.same-officer'] as const),
    ...(['interest.totals-not-confirmed', 'interest.reason-missing', 'interest.run-under-way'] as const),
    ...(['interest.year-credited', 'interest.nothing-to-reverse', 'interest.later-year-stands'] as const),
  ],
  async run({ context, caller, params, body }) {
    const { runId } = schemas.runPlace.parse(params);
    const decided = await decideYear(context, { caller, word: { runId, ...schemas.word.parse(body) } });
    return decided.ok ? ok(showRun(decided.value)) : decided;
  },
};

const listInterestRuns: Read = {
  ...{ id: 'listInterestRuns', kind: 'read', method: 'GET', path: '/interest-runs', tag },
  roles: sees,
  summary: { zh: '结息记录', en: 'Runs of yearly interest' },
  query: schemas.page,
  answer: schemas.runs,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(reader, { query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, {});
    if (!place.ok) return place;
    const before = place.value === null ? null : String(place.value[0]);
    const { items, next } = await listRuns(reader, { before, limit });
    return ok({ items: items.map(showRun), next: next && writeCursor({ position: [next], query: {} }) });
  },
};

const getInterestRun: Job = {
  ...{ id: 'getInterestRun', kind: 'job', method: 'GET', path: '/interest-runs/{runId}', tag },
  roles: sees,
  summary: {
    zh: '一次结息：进度、合计、与预览的差额',
    en: 'A run: how far it has come, its totals, and what differs from the preview',
  },
  params: schemas.runPlace,
  answer: schemas.carriedOut,
  refusals: ['interest.no-such-run'],
  async run({ context, params }) {
    const told = await tellRun(context, schemas.runPlace.parse(params).runId);
    return told.ok ? ok(showCarriedOut(told.value)) : told;
  },
};

/** What finance does about yearly interest, and auditors read. */
export const interestOperations: readonly Operation<InterestContext, Caller>[] = [
  previewInterestRun,
  proposeInterestRun,
  proposeInterestRates,
  decideInterestRun,
  listInterestRuns,
  getInterestRun,
  explainYearOfPerson,
];

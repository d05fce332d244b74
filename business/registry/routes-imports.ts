import { ok, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { bytesSource } from '#platform/files';
import {
  type JobOperation,
  type Operation,
  type ReadOperation,
  readCursor,
  type TextOperation,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import { approveAbandonment, requestAbandonment } from './abandon-import.ts';
import { approveImport, type ImportOnRecord, importById, listImports } from './approve-import.ts';
import type { RegistryContext } from './context.ts';
import type { ImportRow } from './import.store.ts';
import { importMonths } from './import-months.ts';
import { importPeople } from './import-people.ts';
import * as schemas from './schemas.ts';

type Read = ReadOperation<RegistryContext, Caller>;

const tag = 'imports';
const officers = ['clerk', 'reviewer', 'auditor'] as const;

const takeInFile: TextOperation<RegistryContext, Caller> = {
  id: 'takeInFile',
  kind: 'text',
  method: 'POST',
  path: '/imports',
  tag,
  roles: ['clerk'],
  summary: { zh: '导入人员或缴费月份', en: 'Take in a file of people or of paid months' },
  query: schemas.fileQuery,
  consumes: ['text/csv'],
  produces: ['application/json'],
  maxBytes: 20_000_000,
  body: schemas.csv,
  answer: schemas.report,
  refusals: [
    'registry.file-has-problems',
    'registry.not-utf8',
    'registry.no-office',
    'registry.import-under-way',
    'registry.import-totals-differ',
  ],
  async run({ context, caller, query, text }) {
    const { kind, fileName, dryRun } = schemas.fileQuery.parse(query);
    if (text.includes('\ufffd')) return refuse({ code: 'registry.not-utf8' }); // what a decoder puts for what it cannot read
    const file = bytesSource(fileName, new TextEncoder().encode(text));
    const take = kind === 'people' ? importPeople : importMonths;
    const told = await take(context, { caller, file, dryRun: dryRun === 'true' });
    if (!told.ok) return told;
    const report = { ...told.value, openingTotalFen: String(told.value.openingTotalFen) };
    return ok({ status: 200, mediaType: 'application/json; charset=utf-8', text: JSON.stringify(report) });
  },
};

const listImportRuns: Read = {
  id: 'listImports',
  kind: 'read',
  method: 'GET',
  path: '/imports',
  tag,
  roles: officers,
  summary: { zh: '导入记录', en: 'Imports' },
  query: schemas.page,
  answer: schemas.importsPage,
  refusals: ['http.cursor'],
  shows: 'nobody',
  async run(reader, { query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, {});
    if (!place.ok) return place;
    const before = place.value === null ? null : String(place.value[0]);
    const { items, next } = await listImports(reader, { before, limit });
    return ok({ items: items.map(shownRun), next: next && writeCursor({ position: [next], query: {} }) });
  },
};

const getImport: Read = {
  id: 'getImport',
  kind: 'read',
  method: 'GET',
  path: '/imports/{importId}',
  tag,
  roles: officers,
  summary: { zh: '一次导入及其合计', en: 'An import with its control totals' },
  params: schemas.importPlace,
  answer: schemas.importOnRecord,
  refusals: ['registry.no-such-import'],
  shows: 'nobody',
  async run(reader, { params }) {
    const found = await importById(reader, schemas.importPlace.parse(params).importId);
    return found ? ok(shownImport(found)) : refuse({ code: 'registry.no-such-import' });
  },
};

const approveImportRun: JobOperation<RegistryContext, Caller> = {
  id: 'approveImport',
  kind: 'job',
  method: 'POST',
  path: '/imports/{importId}/approval',
  tag,
  roles: ['reviewer'],
  summary: { zh: '批准导入并记入期初余额', en: 'Approve an import and post its opening balances' },
  params: schemas.importPlace,
  body: schemas.approval,
  answer: schemas.importOnRecord,
  refusals: [
    'registry.no-such-import',
    'registry.import-not-finished',
    'registry.import-same-officer',
    'registry.totals-not-confirmed',
    'ledger.already-opened',
    'ledger.account-closed',
  ],
  async run({ context, caller, params, body }) {
    const { importId: runId } = schemas.importPlace.parse(params);
    const { openingCount, openingTotalFen } = schemas.approval.parse(body);
    const totals = { openingCount, openingTotalFen: BigInt(openingTotalFen) };
    const approved = await approveImport(context, { caller, runId, ...totals });
    return approved.ok ? ok(shownImport(approved.value)) : approved;
  },
};

const requestImportAbandonment: WriteOperation<RegistryContext, Caller> = {
  id: 'requestAbandonment',
  kind: 'write',
  method: 'POST',
  path: '/imports/{importId}/abandonment',
  tag,
  roles: ['clerk'],
  status: 201,
  summary: { zh: '申请放弃中断的导入', en: 'Ask that an import that was cut short be given up' },
  params: schemas.importPlace,
  body: schemas.abandonment,
  answer: schemas.abandonmentAsked,
  refusals: [
    'registry.no-such-import',
    'registry.import-closed',
    'registry.abandonment-waits',
    'registry.change-wrong',
  ],
  run(tx, { context, caller, params, body }) {
    const { importId: runId } = schemas.importPlace.parse(params);
    const { reason } = schemas.abandonment.parse(body);
    return requestAbandonment(tx, { context, caller, runId, reason });
  },
};

const approveImportAbandonment: WriteOperation<RegistryContext, Caller> = {
  id: 'approveAbandonment',
  kind: 'write',
  method: 'POST',
  path: '/imports/{importId}/abandonment/approval',
  tag,
  roles: ['reviewer'],
  summary: { zh: '同意放弃中断的导入', en: 'Agree that an import that was cut short be given up' },
  params: schemas.importPlace,
  answer: schemas.abandoned,
  refusals: [
    'registry.no-such-import',
    'registry.import-closed',
    'registry.no-abandonment',
    'registry.import-same-officer',
    'registry.import-in-use',
  ],
  async run(tx, { context, caller, params }) {
    const { importId: runId } = schemas.importPlace.parse(params);
    const told = await approveAbandonment(tx, { context, caller, runId });
    return told.ok ? ok({ runId, voided: String(told.value.voided) }) : told;
  },
};

export const importOperations: readonly Operation<RegistryContext, Caller>[] = [
  takeInFile,
  listImportRuns,
  getImport,
  approveImportRun,
  requestImportAbandonment,
  approveImportAbandonment,
];

function shownRun(run: ImportRow) {
  return {
    ...run,
    openingTotalFen: String(run.openingTotalFen),
    madeAt: run.madeAt.toISOString(),
    finishedAt: run.finishedAt?.toISOString() ?? null,
    abandonedAt: run.abandonedAt?.toISOString() ?? null,
    approvedAt: run.approvedAt?.toISOString() ?? null,
  };
}

function shownImport({ stagedCount, stagedFen, postedCount, postedFen, ...run }: ImportOnRecord) {
  return {
    ...shownRun(run),
    stagedCount: String(stagedCount),
    stagedFen: String(stagedFen),
    postedCount: String(postedCount),
    postedFen: String(postedFen),
  };
}

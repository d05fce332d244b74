import { fen, ok, plainDate, type Result, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { maskName } from '#business/registry';
import {
  type JobOperation,
  type Operation,
  personsIn,
  type ReadOperation,
  type WriteOperation,
} from '#platform/http';
import { buildBatch } from './build-batch.ts';
import type { PaymentsContext } from './context.ts';
import { exportBatch } from './export-batch.ts';
import { type AnswerReport, importAnswer } from './import-answer.ts';
import type { Batch, DueOrder } from './payment.ts';
import { releaseBatch } from './release-batch.ts';
import * as schemas from './schemas.ts';
import { listBatches, ordersDue, personsOfBatch } from './store.ts';

type Read = ReadOperation<PaymentsContext, Caller>;
type Write = WriteOperation<PaymentsContext, Caller>;
type Job = JobOperation<PaymentsContext, Caller>;

const sees = ['finance', 'auditor'] as const;
const pays = ['finance'] as const;
const tag = 'payments';

const listDueOrders: Read = {
  id: 'listDueOrders',
  kind: 'read',
  method: 'GET',
  path: '/payments/orders',
  tag,
  roles: sees,
  summary: { zh: '待付款项', en: 'Payments that are due' },
  query: schemas.page,
  answer: schemas.dueOrders,
  refusals: [],
  shows: async (_reader, { value }) => personsIn(value),
  async run(reader, { query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const due = await ordersDue(reader, { orderIds: null, after: cursor ?? null, limit: limit + 1 });
    return ok(paged(due, { limit, show: showOrder, place: (order) => order.orderId }));
  },
};

const buildPaymentBatch: Write = {
  id: 'buildPaymentBatch',
  kind: 'write',
  method: 'POST',
  path: '/payments/batches',
  tag,
  roles: pays,
  summary: { zh: '组成付款批次', en: 'Build a batch of payments' },
  body: schemas.batchWish,
  answer: schemas.batchBuilt,
  status: 201,
  refusals: ['payments.nothing-due', 'payments.not-due', 'payments.order-taken', 'payments.payee-changed'],
  async run(tx, { context, caller, body }) {
    const { orderIds, executeOn } = schemas.batchWish.parse(body);
    const on = executeOn === undefined ? shanghaiDate(context.clock.now()) : plainDate(executeOn);
    const built = await buildBatch(tx, context, { caller, orderIds: orderIds ?? null, executeOn: on });
    return built.ok ? ok({ ...built.value, totalFen: `${built.value.totalFen}` }) : built;
  },
};

const listPaymentBatches: Read = {
  id: 'listPaymentBatches',
  kind: 'read',
  method: 'GET',
  path: '/payments/batches',
  tag,
  roles: sees,
  summary: { zh: '付款批次', en: 'Batches of payments' },
  query: schemas.page,
  answer: schemas.batches,
  refusals: [],
  shows: 'nobody',
  async run(reader, { query }) {
    const { limit, cursor } = schemas.page.parse(query);
    const batches = await listBatches(reader, { before: cursor ?? null, limit: limit + 1 });
    return ok(paged(batches, { limit, show: showBatch, place: (batch) => batch.id }));
  },
};

const releasePaymentBatch: Write = {
  id: 'releasePaymentBatch',
  kind: 'write',
  method: 'POST',
  tag,
  roles: pays,
  path: '/payments/batches/{id}/release',
  summary: { zh: '放行付款批次', en: 'Release a batch of payments' },
  params: schemas.batchId,
  answer: schemas.released,
  refusals: [
    'payments.no-batch',
    'payments.maker-is-checker',
    'payments.batch-released',
    'payments.batch-differs',
  ],
  run: (tx, { context, caller, params }) =>
    releaseBatch(tx, context, { caller, batchId: schemas.batchId.parse(params).id }),
};

const exportPaymentBatch: Read = {
  id: 'exportPaymentBatch',
  kind: 'read',
  method: 'GET',
  tag,
  roles: pays,
  path: '/payments/batches/{id}/file',
  summary: { zh: '导出银行付款文件', en: "Export the bank's file of a batch" },
  params: schemas.batchId,
  answer: schemas.batchFile,
  refusals: ['payments.no-batch', 'payments.not-released'],
  shows: (reader, { params }) => personsOfBatch(reader, schemas.batchId.parse(params).id),
  run: (reader, { context, params }) => exportBatch(reader, context, schemas.batchId.parse(params).id),
};

const importBankAnswer: Job = {
  ...{
    id: 'importBankAnswer',
    kind: 'job',
    method: 'POST',
    path: '/payments/bank-answers',
    tag,
    roles: pays,
  },
  summary: { zh: '导入银行回执', en: "Take in a bank's answer" },
  body: schemas.bankAnswer,
  answer: schemas.answerReport,
  refusals: [
    'payments.not-an-answer',
    'payments.unknown-batch',
    'payments.not-released',
    'payments.totals-differ',
  ],
  async run({ context, caller, body }) {
    const { xml } = schemas.bankAnswer.parse(body);
    return showReport(await importAnswer(context, { caller, xml }));
  },
};

/** What finance does, and auditors read. */
export const paymentsOperations: readonly Operation<PaymentsContext, Caller>[] = [
  listDueOrders,
  buildPaymentBatch,
  listPaymentBatches,
  releasePaymentBatch,
  exportPaymentBatch,
  importBankAnswer,
];

interface Shown<Row> {
  readonly limit: number;
  readonly show: (row: Row) => unknown;
  readonly place: (row: Row) => string;
}

/** One row more than was asked for says that there is a next page. */
function paged<Row>(rows: readonly Row[], { limit, show, place }: Shown<Row>) {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items: items.map(show), next: rows.length > limit && last ? place(last) : null };
}

function showOrder(order: DueOrder) {
  return {
    ...order,
    amountFen: `${order.amountFen}`,
    madeAt: order.madeAt.toISOString(),
    payeeName: maskName(order.payeeName),
  };
}

function showBatch({ totalFen, madeAt, releasedAt, digest, ...batch }: Batch) {
  return {
    ...batch,
    totalFen: `${fen(totalFen)}`,
    digest: Buffer.from(digest).toString('hex'),
    madeAt: madeAt.toISOString(),
    releasedAt: releasedAt?.toISOString() ?? null,
  };
}

function showReport(report: Result<AnswerReport>): Result<unknown> {
  if (!report.ok) return report;
  const lines = report.value.lines.map(({ refusal, ...line }) => ({ ...line, code: refusal?.code ?? null }));
  return ok({ ...report.value, lines });
}

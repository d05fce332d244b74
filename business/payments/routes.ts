import { fen, ok, plainDate, refuse, shanghaiDate } from '#basics';
import type { Caller } from '#business/access/public';
import { maskName } from '#business/registry';
import { type Operation, personsIn, type ReadOperation, type WriteOperation } from '#platform/http';
import { approveBatch } from './approve-batch.ts';
import { buildBatch } from './build-batch.ts';
import type { PaymentsContext } from './context.ts';
import { exportBatch } from './export-batch.ts';
import { giveUpBatch } from './give-up-batch.ts';
import { tellDoubts } from './payee-account.ts';
import type { Batch, DueOrder } from './payment.ts';
import { bankOperations } from './routes-bank.ts';
import * as schemas from './schemas.ts';
import { findBatch, linesOfBatch, listBatches, ordersDue, personsOfBatch } from './store.ts';

type Read = ReadOperation<PaymentsContext, Caller>;
type Write = WriteOperation<PaymentsContext, Caller>;

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
  refusals: [
    ...(['payments.nothing-due', 'payments.not-due', 'payments.order-taken'] as const),
    ...(['payments.payee-changed', 'payments.order-contested'] as const),
  ],
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

const showPaymentBatch: Read = {
  id: 'showPaymentBatch',
  kind: 'read',
  method: 'GET',
  path: '/payments/batches/{id}',
  tag,
  roles: sees,
  summary: { zh: '一个付款批次及其明细', en: 'One batch with its lines' },
  params: schemas.batchId,
  answer: schemas.oneBatch,
  refusals: ['payments.no-batch'],
  shows: (reader, { params }) => personsOfBatch(reader, schemas.batchId.parse(params).id),
  async run(reader, { params }) {
    const { id } = schemas.batchId.parse(params);
    const batch = await findBatch(reader, id);
    if (!batch) return refuse({ code: 'payments.no-batch' });
    const lines = (await linesOfBatch(reader, id)).map(
      ({ lineNo, orderId, attempt, amountFen, payeeName, bankName, country }) => ({
        ...{ lineNo, orderId, attempt, bankName, country },
        amountFen: `${amountFen}`,
        payeeName: maskName(payeeName),
      }),
    );
    return ok({ ...showBatch(batch), lines });
  },
};

const approvePaymentBatch: Write = {
  id: 'approvePaymentBatch',
  kind: 'write',
  method: 'POST',
  tag,
  roles: pays,
  path: '/payments/batches/{id}/approval',
  summary: {
    zh: '批准付款批次；第二次批准即放行',
    en: 'Approve a batch of payments; the second approval lets it go',
  },
  params: schemas.batchId,
  body: schemas.approval,
  answer: schemas.approved,
  refusals: [
    ...(['payments.no-batch', 'payments.maker-is-checker', 'payments.approved-already'] as const),
    ...(['payments.batch-released', 'payments.batch-given-up', 'payments.batch-differs'] as const),
    ...(['payments.another-digest', 'payments.order-contested'] as const),
  ],
  run: (tx, { context, caller, params, body }) =>
    approveBatch(tx, context, {
      caller,
      batchId: schemas.batchId.parse(params).id,
      digest: Buffer.from(schemas.approval.parse(body).digest, 'hex'),
    }),
};

const giveUpPaymentBatch: Write = {
  id: 'giveUpPaymentBatch',
  kind: 'write',
  method: 'POST',
  tag,
  roles: pays,
  path: '/payments/batches/{id}/giving-up',
  summary: {
    zh: '作废尚未放行的批次，款项重新待付',
    en: 'Give up a batch that has not left; its payments are due again',
  },
  params: schemas.batchId,
  body: schemas.givingUp,
  answer: schemas.givenUp,
  refusals: ['payments.no-batch', 'payments.batch-released', 'payments.batch-given-up'],
  run: (tx, { context, caller, params, body }) =>
    giveUpBatch(tx, context, {
      caller,
      batchId: schemas.batchId.parse(params).id,
      reason: schemas.givingUp.parse(body).reason,
    }),
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

/** What finance does, and auditors read. */
export const paymentsOperations: readonly Operation<PaymentsContext, Caller>[] = [
  listDueOrders,
  buildPaymentBatch,
  listPaymentBatches,
  showPaymentBatch,
  approvePaymentBatch,
  giveUpPaymentBatch,
  exportPaymentBatch,
  ...bankOperations,
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
    doubts: tellDoubts(order.doubts),
  };
}

function showBatch({ totalFen, madeAt, releasedAt, givenUpAt, digest, ...batch }: Batch) {
  return {
    ...batch,
    totalFen: `${fen(totalFen)}`,
    digest: Buffer.from(digest).toString('hex'),
    madeAt: madeAt.toISOString(),
    releasedAt: releasedAt?.toISOString() ?? null,
    givenUpAt: givenUpAt?.toISOString() ?? null,
  };
}

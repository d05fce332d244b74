import { fen, ok, plainDate, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import type { Adjustment, AdjustmentEffect } from './adjustment.ts';
import { decideAdjustment } from './confirm-adjustment.ts';
import type { AdjustmentContext } from './context.ts';
import { listOwed } from './list-owed.ts';
import { adjustmentAt, adjustmentsOfPerson, listWaitingAdjustments } from './read-adjustments.ts';
import { requestAdjustment } from './request-adjustment.ts';
import * as schemas from './schemas.ts';
import { hasAccount } from './store.ts';

type Read = ReadOperation<AdjustmentContext, Caller>;
type Write = WriteOperation<AdjustmentContext, Caller>;

const tag = 'adjustment';
const officers = ['clerk', 'reviewer', 'finance', 'auditor'] as const;

const requestOne: Write = {
  ...{ id: 'requestAdjustment', kind: 'write', method: 'POST', path: '/people/{personId}/adjustments', tag },
  roles: ['clerk'],
  status: 201,
  summary: { zh: '申请账务调整', en: 'Ask for an adjustment of the books' },
  params: schemas.person,
  body: schemas.wish,
  answer: schemas.place,
  refusals: [
    ...(['adjustment.wrong', 'adjustment.no-account', 'adjustment.before-settled'] as const),
    ...(['adjustment.not-reversible', 'adjustment.reversed-already', 'ledger.day-not-come'] as const),
    ...(['payments.no-order', 'adjustment.order-elsewhere', 'adjustment.order-under-way'] as const),
    'ledger.account-closed',
  ],
  run(tx, { context, caller, params, body }) {
    const { personId } = schemas.person.parse(params);
    const { amountFen, effectiveOn, ...rest } = schemas.wish.parse(body);
    const wish = {
      ...rest,
      amountFen: amountFen === null ? null : fen(amountFen),
      effectiveOn: effectiveOn === null ? null : plainDate(effectiveOn),
    };
    return requestAdjustment(tx, { context, caller, personId, wish });
  },
};

const decideOne: Write = {
  ...{ id: 'decideAdjustment', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/people/{personId}/adjustments/{adjustmentId}/decision',
  summary: { zh: '复核一项账务调整', en: 'Approve or decline an adjustment' },
  params: schemas.place,
  body: schemas.decision,
  answer: schemas.adjustment,
  refusals: [
    ...(['adjustment.none', 'adjustment.decided-already', 'adjustment.same-officer'] as const),
    ...(['adjustment.reason-missing', 'adjustment.wrong', 'adjustment.reversed-already'] as const),
    ...(['adjustment.order-elsewhere', 'adjustment.order-under-way', 'ledger.account-closed'] as const),
  ],
  async run(tx, { context, caller, params, body }) {
    const decision = { ...schemas.place.parse(params), ...schemas.decision.parse(body) };
    const done = await decideAdjustment(tx, { context, caller, decision });
    return done.ok ? ok(withEffect(done.value)) : done;
  },
};

const readOne: Read = {
  ...{ id: 'readAdjustment', kind: 'read', method: 'GET', tag, roles: officers },
  path: '/people/{personId}/adjustments/{adjustmentId}',
  summary: { zh: '一项账务调整', en: 'One adjustment, with what it did' },
  params: schemas.place,
  answer: schemas.adjustment,
  refusals: ['adjustment.none'],
  async run(reader, { params }) {
    const found = await adjustmentAt(reader, schemas.place.parse(params));
    return found ? ok(withEffect(found)) : refuse({ code: 'adjustment.none' });
  },
};

const listOfPerson: Read = {
  ...{ id: 'listPersonAdjustments', kind: 'read', method: 'GET', tag, roles: officers },
  path: '/people/{personId}/adjustments',
  summary: {
    zh: '一个人的账务调整，连同调整前后的余额',
    en: 'A person’s adjustments, with the balance before and after each',
  },
  params: schemas.person,
  query: schemas.page,
  answer: schemas.adjustments,
  refusals: ['adjustment.no-account', 'http.cursor'],
  async run(reader, { params, query }) {
    const { personId } = schemas.person.parse(params);
    if (!(await hasAccount(reader, personId))) return refuse({ code: 'adjustment.no-account' });
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, { personId });
    if (!place.ok) return place;
    const [before] = (place.value ?? []).map(String);
    const { items, next } = await adjustmentsOfPerson(reader, { personId, before: before ?? null, limit });
    const position = next && [next];
    return ok({
      items: items.map(withEffect),
      next: position && writeCursor({ position, query: { personId } }),
    });
  },
};

const listWaiting: Read = {
  ...{ id: 'listWaitingAdjustments', kind: 'read', method: 'GET', path: '/adjustments', tag },
  roles: officers,
  summary: { zh: '待复核的账务调整', en: 'Adjustments that wait for a second officer' },
  query: schemas.waitingPage,
  answer: schemas.waiting,
  refusals: ['http.cursor'],
  async run(reader, { query }) {
    const { limit, cursor, kind = null } = schemas.waitingPage.parse(query);
    const place = readCursor(cursor, { kind });
    if (!place.ok) return place;
    const [madeAt, personId, adjustmentId] = (place.value ?? []).map(String);
    const after = madeAt && personId && adjustmentId ? { madeAt, personId, adjustmentId } : null;
    const { items, next } = await listWaitingAdjustments(reader, { kind, after, limit });
    const position = next && [next.madeAt, next.personId, next.adjustmentId];
    return ok({ items: items.map(shown), next: position && writeCursor({ position, query: { kind } }) });
  },
};

const listRecoverables: Read = {
  ...{ id: 'listRecoverables', kind: 'read', method: 'GET', path: '/recoverables', tag },
  roles: ['finance', 'auditor'],
  summary: { zh: '应收回的款项，按人', en: 'What people owe the fund, by person' },
  query: schemas.owedPage,
  answer: schemas.owed,
  refusals: ['http.cursor'],
  async run(reader, { query }) {
    const { limit, cursor, personId = null } = schemas.owedPage.parse(query);
    const place = readCursor(cursor, { personId });
    if (!place.ok) return place;
    const [after] = (place.value ?? []).map(String);
    const { items, next } = await listOwed(reader, { personId, after: after ?? null, limit });
    const position = next && [next];
    return ok({
      items: items.map(({ personId: id, ...sums }) => ({ personId: id, ...inText(sums) })),
      next: position && writeCursor({ position, query: { personId } }),
    });
  },
};

/** What officers do to put the books right, and finance and auditors read. */
export const adjustmentOperations: readonly Operation<AdjustmentContext, Caller>[] = [
  requestOne,
  decideOne,
  readOne,
  listOfPerson,
  listWaiting,
  listRecoverables,
];

function shown({ amountFen, madeAt, decidedAt, ...rest }: Adjustment) {
  return {
    ...rest,
    amountFen: `${amountFen}`,
    madeAt: madeAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  };
}

function withEffect({ beforeFen, afterFen, recoverableFen, ...rest }: Adjustment & AdjustmentEffect) {
  return {
    ...shown(rest),
    beforeFen: beforeFen === null ? null : `${beforeFen}`,
    afterFen: afterFen === null ? null : `${afterFen}`,
    recoverableFen: `${recoverableFen}`,
  };
}

function inText<Sums extends Readonly<Record<string, bigint>>>(sums: Sums): Record<keyof Sums, string> {
  const texts = Object.entries(sums).map(([name, amount]) => [name, `${amount}`]);
  return Object.fromEntries(texts) as Record<keyof Sums, string>; // the same names, each once
}

import { fen, ok, type Result, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import { personById } from '#business/registry';
import {
  type Operation,
  personsIn,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import type { CardPayment } from './card-payment.ts';
import { type CardContext, maySee } from './context.ts';
import { authorisePayment, cancelPayment, confirmPayment, readPayment } from './pay-by-card.ts';
import { paymentRowsOf } from './payment.store.ts';
import * as schemas from './payment-schemas.ts';
import { page, person } from './schemas.ts';

type Read = ReadOperation<CardContext, Caller>;
type Write = WriteOperation<CardContext, Caller>;

const tag = 'card-payments';
const merchants = ['integrator'] as const;
const cannotPay = [
  ...(['card.lost', 'card.locked', 'card.ended', 'card.no-account', 'card.no-such-card'] as const),
  ...(['supervision.under-investigation', 'ledger.not-enough', 'ledger.account-closed'] as const),
] as const;

const authoriseCardPayment: Write = {
  ...{ id: 'authoriseCardPayment', kind: 'write', method: 'POST', path: '/card-payments', tag },
  roles: merchants,
  status: 201,
  summary: { zh: '刷卡预授权：占用金额', en: 'Authorise a payment by card: hold the amount' },
  body: schemas.wish,
  answer: schemas.told,
  refusals: [...cannotPay, 'ledger.already-held', 'card.reference-taken'],
  async run(tx, { context, caller, body }) {
    const { amountFen, ...wish } = schemas.wish.parse(body);
    const asked = { context, caller, wish: { ...wish, amountFen: fen(amountFen) } };
    return told(await authorisePayment(tx, asked));
  },
};

const confirmCardPayment: Write = {
  ...{ id: 'confirmCardPayment', kind: 'write', method: 'POST', tag, roles: merchants },
  path: '/card-payments/{reference}/confirmation',
  summary: { zh: '确认刷卡付款：扣款', en: 'Confirm a payment by card: take the money' },
  params: schemas.place,
  body: schemas.confirmation,
  answer: schemas.told,
  refusals: [
    ...cannotPay,
    ...(['card.no-such-payment', 'card.payment-confirmed', 'card.payment-cancelled'] as const),
    ...(['card.payment-expired', 'card.more-than-authorised', 'ledger.year-closed'] as const),
  ],
  async run(tx, { context, caller, params, body }) {
    const { reference } = schemas.place.parse(params);
    const { amountFen } = schemas.confirmation.parse(body);
    const amount = amountFen === null ? null : fen(amountFen);
    return told(await confirmPayment(tx, { context, caller, reference, amountFen: amount }));
  },
};

const cancelCardPayment: Write = {
  ...{ id: 'cancelCardPayment', kind: 'write', method: 'POST', tag, roles: merchants },
  path: '/card-payments/{reference}/cancellation',
  summary: { zh: '取消刷卡付款：释放金额', en: 'Cancel a payment by card: let the amount go' },
  params: schemas.place,
  answer: schemas.told,
  refusals: ['card.no-such-payment', 'card.payment-confirmed'],
  async run(tx, { context, caller, params }) {
    const { reference } = schemas.place.parse(params);
    return told(await cancelPayment(tx, { context, caller, reference }));
  },
};

const readCardPayment: Read = {
  ...{ id: 'readCardPayment', kind: 'read', method: 'GET', path: '/card-payments/{reference}', tag },
  roles: merchants,
  summary: { zh: '查询一笔刷卡付款', en: 'How a payment by card stands' },
  params: schemas.place,
  answer: schemas.told,
  refusals: ['card.no-such-payment'],
  shows: async (_reader, { value }) => personsIn(value),
  async run(reader, { caller, params }) {
    return told(await readPayment(reader, { caller, ...schemas.place.parse(params) }));
  },
};

const listCardPayments: Read = {
  ...{ id: 'listCardPayments', kind: 'read', method: 'GET', path: '/people/{personId}/card-payments', tag },
  roles: ['clerk', 'reviewer', 'finance', 'auditor', 'insured', 'agent'],
  summary: { zh: '一个人的刷卡付款', en: 'A person’s payments by card' },
  params: person,
  query: page,
  answer: schemas.payments,
  refusals: ['card.no-such-person', 'http.cursor'],
  async run(reader, { caller, params, query }) {
    const { personId } = person.parse(params);
    const { limit, cursor } = page.parse(query);
    const known = maySee(caller, personId) && (await personById(reader, personId));
    if (!known) return refuse({ code: 'card.no-such-person' });
    const place = readCursor(cursor, { personId });
    if (!place.ok) return place;
    const [before] = (place.value ?? []).map(String);
    const rows = await paymentRowsOf(reader, { personId, before: before ?? null, limit: limit + 1 });
    const shownRows = rows.slice(0, limit);
    const last = rows.length > limit ? shownRows.at(-1) : undefined;
    const next = last ? writeCursor({ position: [last.paymentId], query: { personId } }) : null;
    return ok({ items: shownRows.map(shown), next });
  },
};

/** What pharmacies and hospitals do with their keys, and what people and officers see of it. */
export const cardPaymentOperations: readonly Operation<CardContext, Caller>[] = [
  authoriseCardPayment,
  confirmCardPayment,
  cancelCardPayment,
  readCardPayment,
  listCardPayments,
];

function told(payment: Result<CardPayment>): Result<unknown> {
  return payment.ok ? ok(shown(payment.value)) : payment;
}

function shown(payment: CardPayment) {
  const { amountFen, confirmedFen, authorisedAt, expiresAt, endedAt, ...rest } = payment;
  return {
    ...rest,
    amountFen: `${amountFen}`,
    confirmedFen: confirmedFen === null ? null : `${confirmedFen}`,
    authorisedAt: authorisedAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
  };
}

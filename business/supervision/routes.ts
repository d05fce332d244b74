import { fen, ok, type PlainDate, plainDate, refuse } from '#basics';
import type { Caller } from '#business/access/public';
import {
  type Operation,
  type ReadOperation,
  readCursor,
  type WriteOperation,
  writeCursor,
} from '#platform/http';
import { decideStep } from './confirm-step.ts';
import type { SupervisionContext } from './context.ts';
import type { MeasureStep, Receipt } from './measure.ts';
import { proposeLifting, proposeMeasure } from './propose-step.ts';
import { listSteps, measuresOf } from './read-measures.ts';
import { type Recovered, recoverMoney, takeInReceipt } from './recover-money.ts';
import * as schemas from './schemas.ts';
import { type AfterStep, isOnRecord } from './store.ts';

type Read = ReadOperation<SupervisionContext, Caller>;
type Write = WriteOperation<SupervisionContext, Caller>;

const tag = 'supervision';
const officers = ['clerk', 'reviewer', 'finance', 'auditor'] as const;

const proposeOneMeasure: Write = {
  ...{ id: 'proposeMeasure', kind: 'write', method: 'POST', path: '/people/{personId}/measures', tag },
  roles: ['clerk'],
  status: 201,
  summary: { zh: '提出立案核查或追回', en: 'Propose an investigation’s flag or a recovery order' },
  params: schemas.person,
  body: schemas.newMeasure,
  answer: schemas.stepPlace,
  refusals: ['supervision.no-such-person', 'supervision.wrong', 'supervision.day-not-come'],
  run(tx, { context, caller, params, body }) {
    const { personId } = schemas.person.parse(params);
    const { kind, amountFen, origin, ...grounds } = schemas.newMeasure.parse(body);
    const demand = amountFen === null ? null : { amountFen: fen(amountFen), origin };
    return proposeMeasure(tx, { context, caller, personId, kind, demand, grounds: dated(grounds) });
  },
};

const proposeLiftingOne: Write = {
  ...{ id: 'proposeLifting', kind: 'write', method: 'POST', tag, roles: ['clerk'], status: 201 },
  path: '/people/{personId}/measures/{measureId}/lifting',
  summary: {
    zh: '提出解除立案核查或追回',
    en: 'Propose to lift an investigation’s flag or a recovery order',
  },
  params: schemas.measurePlace,
  body: schemas.lifting,
  answer: schemas.stepPlace,
  refusals: [
    ...(['supervision.no-such-measure', 'supervision.not-standing', 'supervision.lift-under-way'] as const),
    ...(['supervision.wrong', 'supervision.day-not-come', 'supervision.lifted-before-set'] as const),
  ],
  run(tx, { context, caller, params, body }) {
    const place = schemas.measurePlace.parse(params);
    return proposeLifting(tx, { ...place, context, caller, grounds: dated(schemas.lifting.parse(body)) });
  },
};

const decideOneStep: Write = {
  ...{ id: 'decideMeasureStep', kind: 'write', method: 'POST', tag, roles: ['reviewer'] },
  path: '/people/{personId}/measure-steps/{stepId}/decision',
  summary: { zh: '复核一项核查或追回', en: 'Confirm or reject what was proposed about a measure' },
  params: schemas.stepPlace,
  body: schemas.decision,
  answer: schemas.decided,
  refusals: [
    ...(['supervision.no-such-step', 'supervision.decided', 'supervision.same-officer'] as const),
    ...(['supervision.reason-missing', 'supervision.wrong', 'supervision.not-booked'] as const),
  ],
  run(tx, { context, caller, params, body }) {
    const decision = { ...schemas.stepPlace.parse(params), ...schemas.decision.parse(body) };
    return decideStep(tx, { context, caller, decision });
  },
};

const recoverOnMeasure: Write = {
  ...{ id: 'recoverMoney', kind: 'write', method: 'POST', tag, roles: ['finance'], status: 201 },
  path: '/people/{personId}/measures/{measureId}/receipts',
  summary: {
    zh: '登记退回的款项（由另一人确认入账），或从账户抵扣',
    en: 'Tell of money for a recovery order, which another officer takes in, or offset it',
  },
  params: schemas.measurePlace,
  body: schemas.receipt,
  answer: schemas.recovered,
  refusals: [
    ...(['supervision.no-such-measure', 'supervision.nothing-owed', 'supervision.more-than-owed'] as const),
    ...(['supervision.receipt-known', 'supervision.wrong', 'supervision.day-not-come'] as const),
    ...(['ledger.not-enough', 'ledger.account-closed', 'ledger.year-closed'] as const),
  ],
  async run(tx, { context, caller, params, body }) {
    const place = schemas.measurePlace.parse(params);
    const { amountFen, ...given } = schemas.receipt.parse(body);
    const money = { ...dated(given), amountFen: fen(amountFen) };
    const done = await recoverMoney(tx, { ...place, context, caller, money });
    return done.ok ? ok(shownRecovered(done.value)) : done;
  },
};

const takeInOneReceipt: Write = {
  ...{ id: 'takeInReceipt', kind: 'write', method: 'POST', tag, roles: ['finance'] },
  path: '/people/{personId}/receipts/{receiptId}/taking-in',
  summary: { zh: '确认退款入账', en: 'Take in money that another officer told of' },
  params: schemas.receiptPlace,
  answer: schemas.recovered,
  refusals: [
    ...(['supervision.no-such-receipt', 'supervision.receipt-same-officer'] as const),
    ...(['supervision.nothing-owed', 'supervision.more-than-owed', 'supervision.receipt-known'] as const),
  ],
  async run(tx, { context, caller, params }) {
    const done = await takeInReceipt(tx, { ...schemas.receiptPlace.parse(params), context, caller });
    return done.ok ? ok(shownRecovered(done.value)) : done;
  },
};

const listPersonMeasures: Read = {
  ...{ id: 'listPersonMeasures', kind: 'read', method: 'GET', path: '/people/{personId}/measures', tag },
  roles: officers,
  summary: {
    zh: '一个人的核查和追回，连同经过',
    en: 'A person’s investigations and recovery orders, with their history',
  },
  params: schemas.person,
  query: schemas.page,
  answer: schemas.measures,
  refusals: ['supervision.no-such-person', 'http.cursor'],
  async run(reader, { params, query }) {
    const { personId } = schemas.person.parse(params);
    if (!(await isOnRecord(reader, personId))) return refuse({ code: 'supervision.no-such-person' });
    const { limit, cursor } = schemas.page.parse(query);
    const place = readCursor(cursor, { personId });
    if (!place.ok) return place;
    const [before] = (place.value ?? []).map(String);
    const { items, next } = await measuresOf(reader, { personId, before: before ?? null, limit });
    return ok({
      items: items.map((measure) => ({
        ...measure,
        amountFen: amountText(measure.amountFen),
        owedFen: amountText(measure.owedFen),
        steps: measure.steps.map(shown),
        receipts: measure.receipts.map(shownReceipt),
        told: measure.told.map(shownReceipt),
      })),
      next: next && writeCursor({ position: [next], query: { personId } }),
    });
  },
};

const listMeasureSteps: Read = {
  ...{ id: 'listMeasureSteps', kind: 'read', method: 'GET', path: '/measure-steps', tag },
  roles: officers,
  summary: {
    zh: '待复核的、或现在有效的核查和追回',
    en: 'Measures that wait for a second officer, or that stand',
  },
  query: schemas.stepsPage,
  answer: schemas.steps,
  refusals: ['http.cursor'],
  async run(reader, { query }) {
    const { limit, cursor, status, kind = null } = schemas.stepsPage.parse(query);
    const place = readCursor(cursor, { status, kind });
    if (!place.ok) return place;
    const { items, next } = await listSteps(reader, { status, kind, after: afterOf(place.value), limit });
    const position = next && [next.recordedAt, next.personId, next.stepId];
    return ok({
      items: items.map((step) => ({ ...step, ...shown(step), amountFen: amountText(step.amountFen) })),
      next: position && writeCursor({ position, query: { status, kind } }),
    });
  },
};

/** What officers do about investigations and recovery orders. */
export const supervisionOperations: readonly Operation<SupervisionContext, Caller>[] = [
  proposeOneMeasure,
  proposeLiftingOne,
  decideOneStep,
  recoverOnMeasure,
  takeInOneReceipt,
  listPersonMeasures,
  listMeasureSteps,
];

function dated<Given extends { readonly effectiveOn: string | null }>(
  grounds: Given,
): Omit<Given, 'effectiveOn'> & { readonly effectiveOn: PlainDate | null } {
  const { effectiveOn } = grounds;
  return { ...grounds, effectiveOn: effectiveOn === null ? null : plainDate(effectiveOn) };
}

function afterOf(position: readonly (string | number | null)[] | null): AfterStep | null {
  const [recordedAt, personId, stepId] = (position ?? []).map(String);
  return recordedAt && personId && stepId ? { recordedAt, personId, stepId } : null;
}

function amountText(amountFen: bigint | null): string | null {
  return amountFen === null ? null : `${amountFen}`;
}

function shownReceipt<Kept extends Pick<Receipt, 'amountFen' | 'recordedAt'>>(receipt: Kept) {
  return {
    ...receipt,
    amountFen: `${receipt.amountFen}`,
    recordedAt: receipt.recordedAt.toISOString(),
  };
}

function shownRecovered(recovered: Recovered) {
  return { ...recovered, owedFen: `${recovered.owedFen}` };
}

function shown({ recordedAt, decidedAt, ...step }: MeasureStep) {
  return { ...step, recordedAt: recordedAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null };
}
